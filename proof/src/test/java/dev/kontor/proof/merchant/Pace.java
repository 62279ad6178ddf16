package dev.kontor.proof.merchant;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The pace of those who do not wait for anything: buyers who come when they like, a warehouse that
 * counts, a power cut. No check may rest on it.
 */
public final class Pace {

  private final Random random;
  private final long shortestMillis;
  private final long longestMillis;

  /** At random moments, the longest apart as given; the same dice give the same pauses. */
  public Pace(Random random, Duration longest) {
    this(random, Duration.ZERO, longest);
  }

  /** As the other, and no two moments closer than the shortest. */
  public Pace(Random random, Duration shortest, Duration longest) {
    this.random = random;
    this.shortestMillis = shortest.toMillis();
    this.longestMillis = longest.toMillis();
  }

  public void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextLong(shortestMillis, longestMillis + 1));
  }
}
