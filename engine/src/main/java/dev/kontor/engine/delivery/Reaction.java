package dev.kontor.engine.delivery;

import dev.kontor.engine.ledger.MessageState;
import dev.kontor.spi.Fault;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The one fixed reaction to each fault. */
public final class Reaction {

  private static final Duration RECHECK = Duration.ofSeconds(60);

  // Without chance: what failed in one call goes in one call again. Breaker and gate keep processes
  // from calling all at once.
  private static final Duration SOON = Duration.ofMillis(1_500);
  private static final Duration REST = Duration.ofSeconds(3);

  private final BackOff backOff;
  private final RandomGenerator random;

  public Reaction(BackOff backOff, RandomGenerator random) {
    this.backOff = backOff;
    this.random = random;
  }

  /**
   * What a message turns into.
   *
   * @param attempts used before this failure
   * @param waited how long the message has been waiting
   * @param missingAge when waiting for a reference is given up
   * @param connection name of the target, whose pause it may wait for
   * @param flow name of the flow, whose pause it may wait for
   */
  public MessageState to(
      Fault fault,
      int attempts,
      Duration waited,
      Duration missingAge,
      String connection,
      String flow) {
    return switch (fault) {
      case Fault.Misconfigured f -> paused(f, WakeKeys.connection(connection));
      case Fault.SignInRefused f -> paused(f, WakeKeys.connection(connection));
      case Fault.Forbidden f -> paused(f, WakeKeys.flow(flow));
      case Fault.Invalid f -> dead(f);
      case Fault.Unsupported f -> dead(f);
      case Fault.Ambiguous f -> dead(f);
      case Fault.Missing f -> missing(f, waited, missingAge, connection);
      case Fault.Conflict f -> counted(f, attempts);
      case Fault.Throttled f -> throttled(f);
      case Fault.Unavailable f -> uncounted(f);
      case Fault.OutcomeUnknown f -> uncounted(f);
    };
  }

  /** The fault's name as stored and shown. */
  public static String name(Fault fault) {
    return fault.getClass().getSimpleName();
  }

  private MessageState paused(Fault fault, String wakeKey) {
    return new MessageState.Waiting(fault.message(), name(fault), wakeKey, RECHECK);
  }

  private static MessageState dead(Fault fault) {
    return new MessageState.Dead(fault.message(), name(fault));
  }

  private MessageState missing(
      Fault.Missing fault, Duration waited, Duration missingAge, String connection) {
    if (waited.compareTo(missingAge) > 0) {
      return new MessageState.Dead(
          fault.message() + " (waited longer than " + missingAge + ")", name(fault));
    }
    String key = WakeKeys.missing(connection, fault.type(), fault.key());
    return new MessageState.Waiting(fault.message(), name(fault), key, RECHECK);
  }

  private MessageState counted(Fault fault, int attempts) {
    int failures = attempts + 1;
    return failures >= backOff.maxAttempts()
        ? new MessageState.Dead(fault.message() + " (" + failures + " attempts)", name(fault))
        : new MessageState.Retrying(
            fault.message(), name(fault), backOff.after(failures, random), true);
  }

  private MessageState throttled(Fault.Throttled fault) {
    Duration after = fault.retryAfter() == null ? REST : fault.retryAfter();
    return new MessageState.Retrying(fault.message(), name(fault), after, false);
  }

  private MessageState uncounted(Fault fault) {
    return new MessageState.Retrying(fault.message(), name(fault), SOON, false);
  }
}
