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
public record TranslatedOrder(JsonNode order) {

  public JsonNode call(String function) {
    var called = OrderFunctions.all().get(function);
    if (called == null) {
      throw new IllegalArgumentException(function);
    }
    return called.apply(List.of(order));
  }

  public <T> T read(String function, Class<T> type) {
    return ModelJson.mapper().treeToValue(call(function), type);
  }

  public List<OrderLine> lines() {
    return Arrays.asList(read("lines", OrderLine[].class));
  }

  public List<OrderLine> lines(LineKind kind) {
    return lines().stream().filter(line -> line.kind() == kind).toList();
  }

  public Amount sum(LineKind kind) {
    return sum(lines(kind));
  }

  public static Amount sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
  }

  public List<Delivery> deliveries() {
    return Arrays.asList(read("deliveries", Delivery[].class));
  }

  public List<Payment> payments() {
    return Arrays.asList(read("payments", Payment[].class));
  }
}
