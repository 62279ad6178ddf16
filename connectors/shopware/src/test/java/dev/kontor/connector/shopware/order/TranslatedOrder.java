package dev.kontor.connector.shopware.order;

import dev.kontor.model.Amount;
import dev.kontor.model.Delivery;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import dev.kontor.model.Payment;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An order seen through the functions the mapping calls, as JSON and back. */
record TranslatedOrder(JsonNode order) {

  JsonNode call(String function) {
    var called = OrderFunctions.all().get(function);
    if (called == null) {
      throw new IllegalArgumentException(function);
    }
    return called.apply(List.of(order));
  }

  <T> T read(String function, Class<T> type) {
    return ModelJson.mapper().treeToValue(call(function), type);
  }

  List<OrderLine> lines() {
    return Arrays.asList(read("lines", OrderLine[].class));
  }

  List<OrderLine> lines(LineKind kind) {
    return lines().stream().filter(line -> line.kind() == kind).toList();
  }

  Amount sum(LineKind kind) {
    return sum(lines(kind));
  }

  static Amount sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
  }

  List<Delivery> deliveries() {
    return Arrays.asList(read("deliveries", Delivery[].class));
  }

  List<Payment> payments() {
    return Arrays.asList(read("payments", Payment[].class));
  }
}
