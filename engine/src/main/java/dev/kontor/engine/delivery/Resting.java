package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What the messages of a flow wait for in its quiet hours. */
final class Resting {

  private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV");

  private Resting() {}

  /** Empty if the flow does not rest now. */
  static Optional<MessageState> now(FlowConfig flow, Instant now) {
    return flow.quiet().until(now).map(end -> waiting(now, end));
  }

  private static MessageState waiting(Instant now, ZonedDateTime end) {
    String reason = "quiet hours until " + END.format(end);
    return new MessageState.Waiting(reason, "", null, Duration.between(now, end));
  }
}
