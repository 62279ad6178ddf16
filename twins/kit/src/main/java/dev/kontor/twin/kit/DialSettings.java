package dev.kontor.twin.kit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every fault dial at one moment; probabilities are 0 to 1. The JSON of {@code /_twin/dials} has
 * the same names.
 *
 * @param seed start of the random sequence, set anew by each change of it
 * @param delayMs waiting time before each system call, milliseconds
 * @param retryAfterSeconds the Retry-After header of a 429, none when null
 * @param resetProbability connection closed unanswered, request not handled
 * @param dropAnswerProbability request handled, connection closed without an answer
 * @param lateCommitProbability connection closed at once, request handled lateCommitMs later
 * @param down every system call finds the connection closed
 * @param rename JSON field names in answers, from → to
 * @param tokenExpirySeconds life of access tokens issued from now on
 * @param pathPrefix only calls below this path meet a fault; empty means all
 * @param methods only these methods meet a fault; empty means all
 */
public record DialSettings(
    long seed,
    long delayMs,
    BigDecimal throttleProbability,
    @Nullable Integer retryAfterSeconds,
    BigDecimal serverErrorProbability,
    int serverErrorStatus,
    BigDecimal resetProbability,
    BigDecimal dropAnswerProbability,
    BigDecimal lateCommitProbability,
    long lateCommitMs,
    boolean down,
    Map<String, String> rename,
    BigDecimal webhookDuplicateProbability,
    BigDecimal webhookReorderProbability,
    BigDecimal webhookLoseProbability,
    long tokenExpirySeconds,
    String pathPrefix,
    List<String> methods) {

  private static final BigDecimal NEVER = BigDecimal.ZERO;

  /** All faults off; tokens live an hour. */
  public static final DialSettings CALM =
      new DialSettings(
          1, 0, NEVER, null, NEVER, 500, NEVER, NEVER, NEVER, 0, false, Map.of(), NEVER, NEVER,
          NEVER, 3600, "", List.of());

  boolean covers(Call call) {
    return call.path().startsWith(pathPrefix)
        && (methods.isEmpty() || methods.contains(call.method()));
  }
}
