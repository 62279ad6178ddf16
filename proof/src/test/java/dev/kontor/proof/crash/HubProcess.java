package dev.kontor.proof.crash;

import dev.kontor.app.Kontor;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A hub in a process of its own, on its embedded database, that can be killed and started again.
 */
final class HubProcess implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(30);

  // Short, because a dead hub's work waits for it and the next kill comes soon.
  private static final Duration LEASE = Duration.ofSeconds(3);

  // Below the range from which systems take the ports of outgoing calls, or a twin's call could
  // hold the door's port while the hub is dead.
  private static final int FIRST_PORT = 21_000;
  private static final int PORTS = 10_000;

  private final Path home;
  private final Path configuration;
  private final Map<String, String> secrets;
  private final int port = freePort();
  private final Thread lastResort = new Thread(this::destroy);
  private @Nullable Process process;
  private int starts;

  HubProcess(Path directory, Map<String, String> secrets) {
    this.home = directory.resolve("home");
    this.configuration = directory.resolve("kontor.yaml");
    this.secrets = secrets;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Where the shop reaches its door; the same after every start. */
  URI door() {
    return URI.create("http://127.0.0.1:" + port + "/shop");
  }

  Path home() {
    return home;
  }

  void configure(String yaml) throws IOException {
    Files.writeString(configuration, yaml);
  }

  /** With the options of the kontor script. */
  void start() throws IOException {
    starts++;
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Kontor.class.getName(),
                "serve",
                "--config=" + configuration,
                "--home=" + home,
                "--port=" + port,
                "--admin-port=0")
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KONTOR_"));
    builder.environment().putAll(secrets);
    builder.environment().put("KONTOR_LEASE", LEASE.toString());
    process = builder.start();
  }

  void awaitReady(Duration most) throws IOException, InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!Files.readString(log()).contains("status   http")) {
      if (!isAlive() || System.nanoTime() > until) {
        throw new AssertionError(
            "start " + starts + " of the hub did not succeed:\n" + lastWords());
      }
      Thread.sleep(50);
    }
  }

  boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** SIGKILL; returns when the process is gone. Its PostgreSQL lives on. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
  }

  String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private Path log() {
    return configuration.resolveSibling("hub-" + starts + ".log");
  }

  private void destroy() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  private static int freePort() {
    for (int i = 0; i < PORTS; i++) {
      int candidate = FIRST_PORT + Math.floorMod((int) ProcessHandle.current().pid() + i, PORTS);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(candidate));
        return candidate;
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IllegalStateException("no free port");
  }

  /** Asks the hub to stop, then makes sure that neither it nor its PostgreSQL runs any more. */
  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroy();
      try {
        running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        running.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        running.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      // Opening it as its owner and closing it stops a server that a killed hub left behind.
      Database.open(new DatabaseSettings.Embedded(home.resolve("database"))).close();
    }
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
