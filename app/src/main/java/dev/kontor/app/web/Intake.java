package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Reads bodies whole within limits that hold for all callers together, so that those who send much
 * or slowly take neither memory nor time from the others.
 */
final class Intake {

  private static final int PIECE = 8 * 1024;

  /**
   * How much is taken.
   *
   * @param most bytes of a body
   * @param small so many bytes of each body every caller has
   * @param shared the bytes beyond that, of all bodies that are read or worked on at a time
   * @param bodies that are read or worked on at a time
   * @param patience until a body is here
   */
  record Limits(int most, int small, int shared, int bodies, Duration patience) {}

  /** What came of reading a body. */
  enum Verdict {
    WHOLE,
    /** Larger than any may be. */
    LARGE,
    SLOW,
    /** There are too many, or too many large ones, at this time. */
    CROWDED
  }

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final Semaphore places;
  private final Semaphore room;

  Intake(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.places = new Semaphore(limits.bodies());
    this.room = new Semaphore(limits.shared());
  }

  /** A body, which takes its place until it is closed. */
  final class Body implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean placed = places.tryAcquire();
    private int borrowed;
    private Verdict verdict = Verdict.CROWDED;

    Verdict verdict() {
      return verdict;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private Verdict read(InputStream in) throws IOException {
      long began = nanoTime.getAsLong();
      byte[] piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (bytes.size() + n > limits.most()) {
          return Verdict.LARGE;
        }
        if (!borrow(bytes.size() + n - limits.small() - borrowed)) {
          return Verdict.CROWDED;
        }
        bytes.write(piece, 0, n);
        if (nanoTime.getAsLong() - began > limits.patience().toNanos()) {
          return Verdict.SLOW;
        }
      }
      return Verdict.WHOLE;
    }

    private boolean borrow(int more) {
      boolean lent = more <= 0 || room.tryAcquire(more);
      borrowed += lent ? Math.max(more, 0) : 0;
      return lent;
    }

    @Override
    public void close() {
      room.release(borrowed);
      borrowed = 0;
      if (placed) {
        places.release();
      }
    }
  }

  /** Whether another body would be read. */
  boolean hasPlace() {
    return places.availablePermits() > 0;
  }

  /** Reads a body; what was not taken whole is to be refused. */
  Body read(InputStream in) throws IOException {
    Body body = new Body();
    try {
      if (body.placed) {
        body.verdict = body.read(in);
      }
    } catch (IOException e) {
      if (!isTimeout(e)) {
        body.close();
        throw e;
      }
      body.verdict = Verdict.SLOW;
    }
    return body;
  }

  private static boolean isTimeout(IOException problem) {
    return problem instanceof SocketTimeoutException
        || problem.getCause() instanceof SocketTimeoutException;
  }

  /** Whether a request brings a body. */
  static boolean isBrought(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
