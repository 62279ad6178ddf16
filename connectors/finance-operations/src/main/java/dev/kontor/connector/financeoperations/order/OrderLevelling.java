package dev.kontor.connector.financeoperations.order;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Makes an order that is there like its content: of one just entered, what may be missing; of one
 * the shop changed, what was changed. What people entered beside it stays.
 */
final class OrderLevelling {

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
    HubLines there = HubLines.of(lines, number);
    Optional<String> closed = headers.closed(header.get());
    boolean entered = write.before() != null && write.before().isEmpty();
    Optional<Fault> fault =
        entered
            ? completed(number, write.content(), there, closed)
            : closed
                .<Fault>map(status -> held(number, status))
                .or(
                    () ->
                        new OrderChange(headers, lines)
                            .apply(header.get(), write.content(), write.before(), there));
    return fault.<Outcome>map(f -> f).orElseGet(() -> new Outcome.Written(number, number, null));
  }

  /** An order that people have gone on with may only be looked at. */
  private Optional<Fault> completed(
      String number, JsonNode content, HubLines there, Optional<String> closed) {
    for (Map.Entry<Integer, JsonNode> wanted : HubLines.wanted(content).entrySet()) {
      JsonNode line = wanted.getValue();
      Optional<JsonNode> row = there.selling(wanted.getKey(), line);
      if (row.isEmpty() && closed.isPresent()) {
        return Optional.of(held(number, closed.get()));
      }
      OrderLines.expect(line, row.orElseGet(() -> lines.enter(number, line)));
    }
    return Optional.empty();
  }

  private static Fault held(String number, String status) {
    return new Fault.Invalid(
        "SalesOrderProcessingStatus",
        "order " + number + " is " + status + " in Finance & Operations; change it there by hand",
        null);
  }
}
