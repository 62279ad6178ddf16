package dev.kontor.proof.merchant;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hub that is served by a process of its own, on its embedded database, and can be killed. */
public final class HubProcess implements AutoCloseable {

  // Short, because a dead hub's work waits for it and the next kill comes soon.
  private static final Duration LEASE = Duration.ofSeconds(3);

  private static final Duration START = Duration.ofMinutes(2);

  // Below the range from which systems take the ports of outgoing calls, or a twin's call could
  // hold the door's port while the hub is dead.
  private static final int FIRST_PORT = 21_000;
  private static final int PORTS = 10_000;

  private final Path home;
  private final Path configuration;
  private final CommandLine kontor;
  private final int port = freePort();
  private @Nullable Running process;

  /**
   * @param secrets what the configuration refers to in the environment; read at each start
   */
  public HubProcess(Path directory, Map<String, String> secrets) {
    this.home = directory.resolve("home");
    this.configuration = directory.resolve("kontor.yaml");
    secrets.put("KONTOR_LEASE", LEASE.toString());
    this.kontor = CommandLine.classes(directory, secrets);
  }

  /** Where the shop reaches its door; the same after every start. */
  public URI door() {
    return URI.create("http://127.0.0.1:" + port + "/shop");
  }

  /** Where its status page is, without trailing slash. */
  public URI administration() {
    return URI.create(running().awaitLine("status", START).replaceAll("/$", ""));
  }

  public Path home() {
    return home;
  }

  public void configure(String yaml) throws IOException {
    Files.writeString(configuration, yaml);
  }

  public void start() throws IOException {
    process =
        kontor.start(
            "serve",
            "--config=" + configuration,
            "--home=" + home,
            "--port=" + port,
            "--admin-port=0");
  }

  public void awaitReady() {
    running().awaitLine("status", START);
  }

  private Running running() {
    return Objects.requireNonNull(process, "not started");
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** SIGKILL; returns when the process is gone. Its PostgreSQL lives on. */
  public void kill() throws InterruptedException {
    running().kill();
  }

  /** SIGSTOP; it may be killed or thawed then. */
  public void freeze() {
    running().freeze();
  }

  /** SIGCONT. */
  public void thaw() {
    running().thaw();
  }

  /** As a supervisor stops it; its PostgreSQL stops too. */
  public void stop() {
    running().close();
  }

  /** What it printed last. */
  public String lastWords() {
    return running().lastWords();
  }

  /** Waits until this hub, which runs, has nothing left to do. */
  public void awaitRest(Set<String> polled, Duration most) {
    try (Records records = Records.open(home, Map.of())) {
      new Rest(records.database().general(), polled).await(most);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + running().lastWords(), e);
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

  /** Stops the hub and makes sure that neither it nor its PostgreSQL runs any more. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
      // Opening it as its owner and closing it stops a server that a killed hub left behind.
      Database.open(new DatabaseSettings.Embedded(home.resolve("database"))).close();
    }
  }
}
