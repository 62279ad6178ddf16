package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an order that is there like its content: of one just entered, what may be missing; of one
 * the shop changed, what was changed. What people entered beside it stays.
 */
final class OrderLevelling {

  /** Once an order is entered its date is people's: the shop has none. */
  private static final String KEPT = "RequestedShippingDate";

  private final Headers headers;
  private final OrderLines lines;

  OrderLevelling(Headers headers, OrderLines lines) {
    this.headers = headers;
    this.lines = lines;
  }

  Outcome level(Write write) {
    String number = write.targetId();
    Optional<JsonNode> header = number == null ? Optional.empty() : headers.one(number);
    if (number == null || header.isEmpty()) {
      return new Fault.Invalid(
          Headers.NUMBER, "order " + number + " does not exist any more; link it anew", null);
    }
    boolean completed = write.before() != null && write.before().isEmpty();
    Map<Integer, JsonNode> there = there(number);
    Map<Integer, JsonNode> wanted = wanted(write.content());
    Optional<String> closed = headers.closed(header.get());
    if (closed.isPresent()) {
      return completed && there.keySet().containsAll(wanted.keySet())
          ? new Outcome.Written(number, number, null)
          : held(number, closed.get());
    }
    if (!completed) {
      header(header.get(), write.content(), write.before());
      there.values().removeIf(row -> isRemoved(wanted.get(OrderLines.number(row)), row));
    }
    wanted.forEach((line, content) -> line(number, content, there.get(line), completed));
    return new Outcome.Written(number, number, null);
  }

  private void line(String order, JsonNode wanted, @Nullable JsonNode there, boolean completed) {
    if (there == null) {
      lines.enter(order, wanted);
    } else if (completed) {
      OrderLines.expect(wanted, there);
    } else {
      lines.level(wanted, there);
    }
  }

  /** A line that is not wanted, or is to sell anything else, goes. */
  private boolean isRemoved(@Nullable JsonNode wanted, JsonNode there) {
    boolean surplus = wanted == null || !OrderLines.sellsTheSame(wanted, there);
    if (surplus) {
      lines.remove(there);
    }
    return surplus;
  }

  private void header(JsonNode there, JsonNode content, @Nullable JsonNode before) {
    ObjectNode changed = ModelJson.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> field : content.properties()) {
      boolean own = before == null || !field.getValue().equals(before.path(field.getKey()));
      boolean other = !OrderLines.same(field.getValue(), there.path(field.getKey()));
      if (own && other && field.getValue().isValueNode()) {
        changed.set(field.getKey(), field.getValue());
      }
    }
    changed.remove(KEPT);
    if (changed.propertyNames().stream().noneMatch(n -> n.startsWith(DeliveryAddress.PREFIX))) {
      changed.remove(DeliveryAddress.SPECIFIC);
    }
    if (!changed.isEmpty()) {
      headers.change(there, changed);
    }
  }

  private static Map<Integer, JsonNode> wanted(JsonNode content) {
    Map<Integer, JsonNode> wanted = new TreeMap<>();
    content.path(OrderLines.IN).forEach(line -> wanted.put(OrderLines.number(line), line));
    return wanted;
  }

  /** The hub's lines; of one that is there twice a call has come later than its repetition. */
  private Map<Integer, JsonNode> there(String order) {
    Map<Integer, JsonNode> there = new HashMap<>();
    for (JsonNode row : lines.of(List.of(order))) {
      if (OrderLines.number(row) > 0 && there.put(OrderLines.number(row), row) != null) {
        throw new FaultException(
            new Fault.Ambiguous(
                "order "
                    + order
                    + " has line "
                    + OrderLines.number(row)
                    + " ("
                    + Row.text(row, "ItemNumber")
                    + ") twice; remove one of them in Finance & Operations, then resubmit"));
      }
    }
    return there;
  }

  private static Fault held(String number, String status) {
    return new Fault.Invalid(
        "SalesOrderProcessingStatus",
        "order " + number + " is " + status + " in Finance & Operations; change it there by hand",
        null);
  }
}
