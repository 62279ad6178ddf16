package dev.kontor.proof.merchant;

import dev.kontor.contract.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that runs, and what it has printed so far. */
public final class Running implements AutoCloseable {

  /** A hub that is asked to stop ends what it has in hand, and no more. */
  private static final Duration STOP = Duration.ofSeconds(60);

  private static final int LAST_LINES = 40;

  private final Process process;
  private final Path out;
  private final Path err;
  private final Thread lastResort;

  Running(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.lastResort = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it told the person who started it. */
  public String out() {
    return read(out);
  }

  /** Everything it printed, complaints and log too. */
  public String all() {
    return read(out) + read(err);
  }

  /** The rest of the first line of {@code out} that begins so, once it is there. */
  public String awaitLine(String beginning, Duration most) {
    Await.until("'" + beginning + "'", most, () -> said(beginning) || !isAlive(), this::lastWords);
    if (!said(beginning)) {
      throw new AssertionError("it ended without '" + beginning + "':\n" + lastWords());
    }
    return rest(beginning);
  }

  /** Whether a line of {@code out} begins so. */
  public boolean said(String beginning) {
    return !rest(beginning).isEmpty();
  }

  private String rest(String beginning) {
    return out()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** Waits for its end by itself; the exit status. */
  public int end(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("no end within " + most + ":\n" + lastWords());
    }
    return process.exitValue();
  }

  /** SIGKILL; returns when the process is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGSTOP: it does nothing more until thawed or killed; its calls may still be answered. */
  public void freeze() {
    Signals.send("STOP", process.pid());
  }

  /** SIGCONT. */
  public void thaw() {
    Signals.send("CONT", process.pid());
  }

  public String lastWords() {
    List<String> lines = all().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop, as a supervisor does, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it did not stop within " + STOP + ":\n" + lastWords());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(lastResort);
    }
  }
}
