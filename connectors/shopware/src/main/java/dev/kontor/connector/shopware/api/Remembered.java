package dev.kontor.connector.shopware.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A short list of the shop's set-up, read anew when it is old, and sooner when something is not in
 * it: a person may just have added it.
 */
public final class Remembered<T> {

  private static final Duration OLD = Duration.ofMinutes(10);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private record Read<T>(Instant at, List<T> all) {}

  private final InstantSource clock;
  private final Supplier<List<T>> reading;
  private volatile @Nullable Read<T> last;

  public Remembered(InstantSource clock, Supplier<List<T>> reading) {
    this.clock = clock;
    this.reading = reading;
  }

  public List<T> all() {
    return within(OLD).all();
  }

  /** The first that fits. */
  public Optional<T> find(Predicate<T> wanted) {
    Optional<T> known = all().stream().filter(wanted).findFirst();
    return known.isPresent() ? known : within(FRESH).all().stream().filter(wanted).findFirst();
  }

  private Read<T> within(Duration age) {
    Read<T> known = last;
    Instant now = clock.instant();
    if (known == null || known.at().plus(age).isBefore(now)) {
      known = new Read<>(now, List.copyOf(reading.get()));
      last = known;
    }
    return known;
  }
}
