package dev.kontor.engine.budget;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection's requests in five minutes, divided among classes and processes. Every class but
 * orders has a small budget of its own, so that none starves; all draw on the common rest, where
 * the less urgent leave some for the more urgent. A process takes requests in chunks, so that few
 * calls need a word with the database.
 */
final class RequestBudget {

  private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);
  private static final Duration UNCOUNTED = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final int OWN_PERCENT = 2;

  /** Enough that work of a few calls gets on, unless that is more than a tenth. */
  private static final int ENOUGH = 30;

  private static final int SMALLEST_DIVIDED = 100;

  private final String connection;
  private final LongSupplier nanoTime;
  private final Bucket common;
  private final long commonBurst;
  private final Map<CallClass, Bucket> own = new EnumMap<>(CallClass.class);
  private final Map<CallClass, Chunk> chunks = new EnumMap<>(CallClass.class);
  private final Map<CallClass, Long> emptyUntil = new EnumMap<>(CallClass.class);
  private final long limit;
  private volatile long left;

  /**
   * @param perFiveMinutes the limit, at least 1
   */
  RequestBudget(String connection, long perFiveMinutes, Buckets buckets, LongSupplier nanoTime) {
    this.connection = connection;
    this.nanoTime = nanoTime;
    this.limit = perFiveMinutes;
    long rest = perFiveMinutes;
    for (CallClass of : CallClass.values()) {
      chunks.put(of, new Chunk(nanoTime));
      long part =
          Math.max(perFiveMinutes * OWN_PERCENT / 100, Math.min(perFiveMinutes / 10, ENOUGH));
      if (of != CallClass.ORDER && perFiveMinutes >= SMALLEST_DIVIDED) {
        own.put(of, bucket(buckets, of.name(), Allowance.of(part, Chunk.KEPT)));
        rest -= part;
      }
    }
    Allowance allowance = Allowance.of(rest, Chunk.KEPT);
    this.common = bucket(buckets, "common", allowance);
    this.commonBurst = allowance.burst();
    this.left = commonBurst;
  }

  private Bucket bucket(Buckets buckets, String part, Allowance allowance) {
    return buckets.bucket(
        String.join("/", connection, part, String.valueOf(limit)), allowance.configuration());
  }

  /** Requests in five minutes. */
  long limit() {
    return limit;
  }

  /** How much of what may come at once is used up, in per cent, as last seen from here. */
  int usedPercent() {
    return (int) (100 - 100 * Math.clamp(left, 0, commonBurst) / commonBurst);
  }

  /**
   * Counts one request.
   *
   * @return zero if it may be made, else how long to wait before asking again
   */
  synchronized Duration spend(CallClass of) {
    if (useKept(of)) {
      return Duration.ZERO;
    }
    Long until = emptyUntil.get(of);
    if (until != null && until - nanoTime.getAsLong() > 0) {
      return Duration.ofNanos(until - nanoTime.getAsLong());
    }
    Duration wait = fill(of);
    if (!wait.isZero()) {
      emptyUntil.put(of, nanoTime.getAsLong() + wait.toNanos());
      return wait;
    }
    return useKept(of) ? Duration.ZERO : SHORTEST;
  }

  /**
   * Counts a further request of a call that has begun. Sent back, the call would need it again; so
   * where none is left later calls wait for it.
   *
   * @return zero if it may be made, else how long to wait before asking again
   */
  synchronized Duration owe(CallClass of) {
    try {
      if (!useKept(of)) {
        common.consumeIgnoringRateLimits(1);
      }
      return Duration.ZERO;
    } catch (RuntimeException e) {
      return uncounted(e);
    }
  }

  private Duration uncounted(RuntimeException failure) {
    LOG.warn(
        "requests of {} cannot be counted, so none is made: {}", connection, failure.getMessage());
    return UNCOUNTED;
  }

  /** The more urgent may use what was taken for the less urgent, not the reverse. */
  private boolean useKept(CallClass of) {
    return chunks.entrySet().stream()
        .anyMatch(kept -> kept.getKey().compareTo(of) >= 0 && kept.getValue().use());
  }

  private Duration fill(CallClass of) {
    try {
      Chunk chunk = chunk(of);
      long most = chunk.next(Math.max(1, commonBurst / 20));
      Bucket mine = own.get(of);
      Taken taken = mine == null ? Taken.nothing() : take(mine, most, 0);
      if (taken.requests() == 0) {
        taken = take(common, most, of.tenthsLeft() * commonBurst / 10).orSooner(taken);
      }
      chunk.fill(taken.requests());
      return taken.pause();
    } catch (RuntimeException e) {
      return uncounted(e);
    }
  }

  private Chunk chunk(CallClass of) {
    return chunks.computeIfAbsent(of, key -> new Chunk(nanoTime));
  }

  /**
   * @param requests taken; if none, {@code pause} says how long there will be none
   */
  private record Taken(long requests, Duration pause) {

    static Taken nothing() {
      return new Taken(0, Duration.ofHours(1));
    }

    Taken orSooner(Taken other) {
      return requests > 0 || pause.compareTo(other.pause) <= 0 ? this : other;
    }
  }

  private Taken take(Bucket bucket, long most, long leave) {
    EstimationProbe seen = bucket.estimateAbilityToConsume(leave + 1);
    if (bucket.equals(common)) {
      left = seen.getRemainingTokens();
    }
    if (!seen.canBeConsumed()) {
      Duration wait = Duration.ofNanos(seen.getNanosToWaitForRefill());
      return new Taken(0, wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
    }
    long wanted = Math.min(most, seen.getRemainingTokens() - leave);
    // Others may have been faster; what they left is less than what was to be left for them.
    return bucket.tryConsume(wanted) ? new Taken(wanted, Duration.ZERO) : new Taken(0, SHORTEST);
  }
}
