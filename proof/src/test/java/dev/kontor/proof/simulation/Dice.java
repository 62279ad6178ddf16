package dev.kontor.proof.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Every decision of a history; the same seed decides the same. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True in {@code perMille} of 1000 throws. */
  boolean chance(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  long seed() {
    return random.nextLong();
  }
}
