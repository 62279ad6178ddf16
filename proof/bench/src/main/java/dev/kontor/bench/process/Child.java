package dev.kontor.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Java process that this one started and talks to by lines. */
public final class Child implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;
  private final BufferedReader out;
  private final Writer in;

  /**
   * @param log takes what it writes to its error stream
   * @param arguments of the Java launcher
   */
  public Child(Path log, List<String> arguments) throws IOException {
    this.log = log;
    this.process =
        new ProcessBuilder(Java.command(arguments))
            .redirectError(Redirect.to(log.toFile()))
            .start();
    this.out = process.inputReader();
    this.in = process.outputWriter();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  public long pid() {
    return process.pid();
  }

  /** The next line it says. */
  public String line() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("a child process ended:\n" + Files.readString(log));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its answer; what it says of its progress on the way there is passed on. */
  public synchronized JsonNode ask(String command) {
    try {
      in.write(command + "\n");
      in.flush();
      String line = line();
      while (!line.startsWith(Commands.ANSWER)) {
        System.out.println(line);
        line = line();
      }
      return JSON.readTree(line.substring(Commands.ANSWER.length()));
    } catch (IOException e) {
      throw new UncheckedIOException("a child process does not listen", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
