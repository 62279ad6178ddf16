package dev.kontor.proof.merchant;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.engine.db.DatabaseSettings.Embedded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hub that is served by a process of its own and can be killed. */
public final class HubProcess implements AutoCloseable {

  // Short, unless the environment says so: a dead hub's work waits for it, the next kill comes
  // soon.
  private static final Duration LEASE = Duration.ofSeconds(3);

  private final Path home;
  private final Path configuration;
  private final CommandLine kontor;
  private final int port = Ports.free();
  private final Map<String, String> environment;
  private @Nullable Running process;
  private boolean asked;

  /**
   * On its embedded database, unless the environment names another.
   *
   * @param environment what the configuration refers to, too; read at each start
   */
  public HubProcess(Path directory, Map<String, String> environment) {
    this(directory, directory.resolve("home"), environment);
  }

  /**
   * One of several on the database that the environment names.
   *
   * @param directory its own
   * @param home shared by all
   */
  public HubProcess(Path directory, Path home, Map<String, String> environment) {
    this.home = home;
    this.configuration = directory.resolve("kontor.yaml");
    environment.putIfAbsent("KONTOR_LEASE", LEASE.toString());
    this.environment = environment;
    this.kontor = CommandLine.classes(directory, environment);
  }

  /** Where it is reached; the same after every start, without path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where the shop reaches its door. */
  public URI door() {
    return URI.create(address() + "/shop");
  }

  /** Where its status page is, without trailing slash. */
  public URI administration() {
    return URI.create(running().awaitLine("status", Await.PATIENCE).replaceAll("/$", ""));
  }

  public Path home() {
    return home;
  }

  /** Spares it to make its embedded database at the first start, which is yet to come. */
  public void giveDatabase() throws IOException {
    QuickStart.database(Files.createDirectories(home).resolve("database"));
  }

  /** Where its database is. */
  public DatabaseSettings database() {
    return DatabaseSettings.from(environment, home);
  }

  public void configure(String yaml) throws IOException {
    Files.createDirectories(configuration.getParent());
    Files.writeString(configuration, yaml);
  }

  public void start() throws IOException {
    asked = false;
    process =
        kontor.start(
            "serve",
            "--config=" + configuration,
            "--home=" + home,
            "--port=" + port,
            "--admin-port=0");
  }

  /** Begins another command on the same configuration and home. */
  public Running command(String name, String... arguments) throws IOException {
    return kontor.start(
        Stream.concat(
                Stream.of(name, "--config=" + configuration, "--home=" + home),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Begins a command on the same home that needs no configuration. */
  public Running bare(String... arguments) throws IOException {
    return kontor.start(
        Stream.concat(Stream.of(arguments), Stream.of("--home=" + home)).toArray(String[]::new));
  }

  public void awaitReady() {
    running().awaitLine("status", Await.PATIENCE);
  }

  private Running running() {
    return Objects.requireNonNull(process, "not started");
  }

  /** Whether it has come so far since its last start, alive or not. */
  public boolean hasBeenReady() {
    return running().said("status");
  }

  /** Whether it has ended and nobody made it. */
  public boolean endedByItself() {
    return process != null && !process.isAlive() && !asked;
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** SIGKILL; returns when the process is gone. Its PostgreSQL lives on. */
  public void kill() throws InterruptedException {
    asked = true;
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
    asked = true;
    running().close();
  }

  /** What it printed last. */
  public String lastWords() {
    return running().lastWords();
  }

  /** Waits until this hub, which runs, has nothing left to do. */
  public void awaitRest(Set<String> polled, Duration most) {
    awaitRest(polled, open -> false, most);
  }

  /**
   * The same, where some of what is open is left alone.
   *
   * @param others as {@link Rest#leaving}
   */
  public void awaitRest(Set<String> polled, Predicate<String> others, Duration most) {
    try (Records records = Records.open(home, environment)) {
      new Rest(records.database().general(), polled).leaving(others).await(most);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + running().lastWords(), e);
    }
  }

  /** Stops the hub and makes sure that neither it nor its PostgreSQL runs any more. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    if (process != null && database() instanceof Embedded database) {
      // Opening it as its owner and closing it stops a server that a killed hub left behind.
      Database.open(database).close();
    }
  }
}
