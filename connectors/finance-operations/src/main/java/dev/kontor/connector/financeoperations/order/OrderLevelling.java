package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private final InstantSource clock;
  private final Duration completeAfter;

  OrderLevelling(Headers headers, OrderLines lines, InstantSource clock, Duration completeAfter) {
    this.headers = headers;
    this.lines = lines;
    this.clock = clock;
    this.completeAfter = completeAfter;
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
            ? completed(header.get(), write.content(), there, closed)
            : closed
                .<Fault>map(status -> held(number, status))
                .or(() -> EnteredCharges.other(header.get(), write.content(), write.before()))
                .or(
                    () ->
                        new OrderChange(headers, lines)
                            .apply(header.get(), write.content(), write.before(), there));
    return fault.<Outcome>map(f -> f).orElseGet(() -> new Outcome.Written(number, number, null));
  }

  /** An order that people have gone on with may only be looked at. */
  private Optional<Fault> completed(
      JsonNode header, JsonNode content, HubLines there, Optional<String> closed) {
    String number = Row.text(header, Headers.NUMBER);
    for (Map.Entry<Integer, JsonNode> wanted : HubLines.wanted(content).entrySet()) {
      JsonNode line = wanted.getValue();
      Optional<JsonNode> row = there.selling(wanted.getKey(), line);
      if (row.isEmpty() && closed.isPresent()) {
        return Optional.of(held(number, closed.get()));
      }
      Duration left = left(header);
      if (row.isEmpty() && !left.isNegative() && !left.isZero()) {
        return Optional.of(new Fault.Throttled(left));
      }
      OrderLines.expect(line, row.orElseGet(() -> lines.enter(number, line)));
    }
    EnteredCharges.expect(header, content);
    return Optional.empty();
  }

  /**
   * What is missing may still come of the call that began the order, and then it would be there
   * twice.
   */
  private Duration left(JsonNode header) {
    Instant begun = Row.instant(header, "OrderCreationDateTime");
    return Duration.between(clock.instant(), begun.plus(completeAfter));
  }

  private static Fault held(String number, String status) {
    return new Fault.Invalid(
        "SalesOrderProcessingStatus",
        "order " + number + " is " + status + " in Finance & Operations; change it there by hand",
        null);
  }
}
