package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.entry.Refusals;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes an order as the shop did: what is new is entered, what is other is changed, and only then
 * what is surplus goes. A step that is refused for good undoes those before it.
 */
final class OrderChange {

  /** Once an order is entered its date is people's: the shop has none. */
  private static final String KEPT = "RequestedShippingDate";

  private final Headers headers;
  private final OrderLines lines;
  private final Steps steps = new Steps();

  OrderChange(Headers headers, OrderLines lines) {
    this.headers = headers;
    this.lines = lines;
  }

  /**
   * @param before the content that was last written, null if that is not known
   * @return why it was not changed; empty if it was
   */
  Optional<Fault> apply(
      JsonNode header, JsonNode content, @Nullable JsonNode before, HubLines there) {
    Map<Integer, JsonNode> wanted = HubLines.wanted(content);
    try {
      wanted.forEach((number, line) -> add(header, line, there.selling(number, line)));
      header(header, content, before);
      wanted.forEach((number, line) -> change(line, there.selling(number, line)));
      there.surplus(wanted).forEach(lines::remove);
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(Refusals.isForGood(e.fault()) ? undone(e.fault()) : e.fault());
    }
  }

  private Fault undone(Fault fault) {
    return steps
        .undo()
        .<Fault>map(
            left ->
                new Fault.Invalid(
                    OrderLines.IN,
                    fault.message()
                        + "; what was changed before could not be undone ("
                        + left.message()
                        + "), so look at the order in Finance & Operations",
                    null))
        .orElse(fault);
  }

  private void add(JsonNode header, JsonNode line, Optional<JsonNode> there) {
    if (there.isEmpty()) {
      JsonNode entered = lines.enter(Row.text(header, Headers.NUMBER), line);
      steps.done(() -> lines.remove(entered));
      OrderLines.expect(line, entered);
    }
  }

  private void change(JsonNode line, Optional<JsonNode> there) {
    there.ifPresent(row -> steps.done(lines.level(line, row)));
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
      steps.done(() -> headers.change(Row.asItIs(there), Row.only(there, changed)));
    }
  }
}
