package dev.kontor.proof.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The clock the database goes by: the length of a file, in microseconds since the beginning. A
 * setting would cost each transaction one more word with the server.
 */
final class DatabaseClock implements AutoCloseable {

  private final RandomAccessFile file;

  /**
   * @param path of the file, which the server reads too
   */
  DatabaseClock(Path path) {
    try {
      this.file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void set(Instant now) {
    length(ChronoUnit.MICROS.between(World.BEGIN, now));
  }

  /** From now on the database goes by its own. */
  void stop() {
    length(0);
  }

  private void length(long micros) {
    try {
      file.setLength(micros);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
