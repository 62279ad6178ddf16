package dev.kontor.engine.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps a wrong password from locking its account: until a user was let in, one call at a time
 * tries, and after a refusal none does for a minute.
 */
final class Admission {

  /** Longer than the calls under way when the connection is paused. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  /** A call that signs its connection in. */
  @FunctionalInterface
  interface Attempt {
    HttpResponse<byte[]> make() throws IOException;
  }

  private final ReentrantLock first = new ReentrantLock();
  private final LongSupplier nanoTime;
  private volatile boolean granted;
  private volatile boolean refused;
  private volatile long refusedAt;

  /**
   * @param nanoTime monotonic clock
   */
  Admission(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The server has let the user in. */
  void grant() {
    refused = false;
    granted = true;
  }

  HttpResponse<byte[]> attempt(TimeLeft time, Attempt attempt) throws IOException {
    if (granted) {
      return tried(attempt);
    }
    waitForOthers(time);
    try {
      return tried(attempt);
    } finally {
      first.unlock();
    }
  }

  private HttpResponse<byte[]> tried(Attempt attempt) throws IOException {
    long passed = nanoTime.getAsLong() - refusedAt;
    if (refused && passed < QUIET.toNanos()) {
      throw new SignInRefusedException(
          "the server refused the Windows user; so that the account is not locked it is not asked"
              + " again for "
              + (QUIET.minusNanos(passed).toSeconds() + 1)
              + " s");
    }
    try {
      return attempt.make();
    } catch (SignInRefusedException e) {
      granted = false;
      refusedAt = nanoTime.getAsLong();
      refused = true;
      throw e;
    }
  }

  private void waitForOthers(TimeLeft time) throws IOException {
    try {
      if (!first.tryLock(time.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new HttpTimeoutException("another call's sign-in took too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another call signed in");
    }
  }
}
