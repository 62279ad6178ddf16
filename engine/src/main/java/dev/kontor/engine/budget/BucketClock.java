package dev.kontor.engine.budget;

import io.github.bucket4j.TimeMeter;
import java.util.function.LongSupplier;

/** A clock for Bucket4j, which only ever looks at differences of it. */
record BucketClock(LongSupplier nanos) implements TimeMeter {

  @Override
  public long currentTimeNanos() {
    return nanos.getAsLong();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
