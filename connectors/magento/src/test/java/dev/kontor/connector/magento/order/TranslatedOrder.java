package dev.kontor.connector.magento.order;

import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An order seen through the functions the mapping calls, as JSON and back. */
public record TranslatedOrder(JsonNode order, JsonNode settings) {

  public TranslatedOrder(JsonNode order) {
    this(order, ModelJson.parse("{}"));
  }

  public JsonNode call(String function) {
    return Objects.requireNonNull(OrderFunctions.all().get(function), function)
        .apply(List.of(order, settings));
  }

  public <T> T read(String function, Class<T> type) {
    return ModelJson.mapper().treeToValue(call(function), type);
  }

  public List<OrderLine> lines() {
    return Arrays.asList(read("lines", OrderLine[].class));
  }

  public List<OrderLine> goods() {
    return lines().stream().filter(line -> line.kind() == LineKind.GOODS).toList();
  }

  public static Amount sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(Amount.ZERO, Amount::plus);
  }
}
