package dev.kontor.engine.budget;

/**
 * The right to write, checked immediately before the request's body leaves: a process that was
 * paused beyond its lease must not write when it wakes.
 */
@FunctionalInterface
public interface SendPermit {

  /** Bound by the delivery around each call of a writer. */
  ScopedValue<SendPermit> CURRENT = ScopedValue.newInstance();

  /** Whether the lease still holds, by this process's monotonic clock. */
  boolean isValid();
}
