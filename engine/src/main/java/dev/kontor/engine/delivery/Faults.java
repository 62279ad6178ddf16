package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.spi.Fault;
import java.time.Duration;
import java.util.Optional;

/** Turns diagnoses into states and keeps breakers and pauses in step with them. */
public final class Faults {

  private final Reaction reaction;
  private final Pauses pauses;

  public Faults(Reaction reaction, Pauses pauses) {
    this.reaction = reaction;
    this.pauses = pauses;
  }

  /** What a message turns into after a fault at {@code link}. */
  public Finish react(FlowLine line, Link link, Message message, Fault fault) {
    noticed(line, link, fault);
    MessageState state =
        reaction.to(
            fault,
            message.attempts(),
            Duration.ofMillis(message.waitingMillis()),
            line.config().missingAge(),
            link.name(),
            line.name());
    // Told to come later, nothing was tried.
    return fault instanceof Fault.Throttled
        ? Finish.quiet(message, state)
        : new Finish(message, state, Reaction.name(fault), fault.message(), line.mappings());
  }

  /** Why the flow is stopped, empty if it is not. */
  Optional<String> stopped(FlowLine line) {
    return pauses.reason(WakeKeys.flow(line.name()));
  }

  /** The target answered. */
  public void reached(Link link) {
    link.breaker().succeeded();
  }

  /** Keeps breaker and pauses in step with a fault that belongs to no message. */
  public void noticed(FlowLine line, Link link, Fault fault) {
    switch (fault) {
      case Fault.Unavailable f -> link.breaker().failed();
      case Fault.OutcomeUnknown f -> link.breaker().failed();
      case Fault.Misconfigured f -> pauses.pause(WakeKeys.connection(link.name()), f.message());
      case Fault.SignInRefused f -> pauses.pause(WakeKeys.connection(link.name()), f.message());
      case Fault.Forbidden f -> pauses.pause(WakeKeys.flow(line.name()), f.message());
      case Fault.Invalid f -> reached(link);
      case Fault.Unsupported f -> reached(link);
      case Fault.Ambiguous f -> reached(link);
      case Fault.Missing f -> reached(link);
      case Fault.Conflict f -> reached(link);
      case Fault.Throttled f -> reached(link);
    }
  }
}
