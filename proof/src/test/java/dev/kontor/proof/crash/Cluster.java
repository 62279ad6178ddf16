package dev.kontor.proof.crash;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.DatabaseSettings;
import dev.kontor.proof.merchant.CommandLine;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.PostgresServer;
import dev.kontor.proof.merchant.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several hubs with one home on one PostgreSQL, each started again when it has ended. */
final class Cluster implements AutoCloseable {

  private final Path directory;
  private final Map<String, String> environment;
  private final PostgresServer postgres;
  private final List<HubProcess> hubs;
  private final List<String> failures = new ArrayList<>();
  private int failedStarts;

  /**
   * @param lease of each
   * @param environment what the configuration refers to
   */
  Cluster(Path directory, int size, Duration lease, Map<String, String> environment)
      throws IOException {
    this.directory = directory;
    this.environment = environment;
    environment.put("KONTOR_LEASE", lease.toString());
    this.postgres = new PostgresServer(directory);
    environment.putAll(postgres.environment());
    this.hubs =
        IntStream.range(0, size)
            .mapToObj(i -> new HubProcess(directory.resolve("hub" + i), home(), environment))
            .toList();
  }

  private Path home() {
    return directory.resolve("home");
  }

  List<URI> addresses() {
    return hubs.stream().map(HubProcess::address).toList();
  }

  List<HubProcess> hubs() {
    return hubs;
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** The first begins alone, as it makes the installation. */
  void start(String yaml) throws IOException {
    for (HubProcess hub : hubs) {
      hub.configure(yaml);
    }
    hubs.getFirst().start();
    hubs.getFirst().awaitReady();
    revive();
    awaitReady();
  }

  /**
   * Starts what does not run, as a supervisor does. One that ended by itself after it had been
   * ready is a failure; a start may fail while the database is away.
   */
  void revive() throws IOException {
    for (HubProcess hub : hubs) {
      if (hub.endedByItself()) {
        if (hub.hasBeenReady()) {
          failures.add(hub.lastWords());
        } else {
          failedStarts++;
        }
      }
      if (!hub.isAlive()) {
        hub.start();
      }
    }
  }

  void awaitReady() {
    hubs.forEach(HubProcess::awaitReady);
  }

  /** Waits until all but one are ready: it is hubs at work that are to be hit. */
  void awaitMost() {
    Await.until(
        "all hubs but one ready",
        Await.PATIENCE,
        () ->
            hubs.stream().filter(hub -> hub.isAlive() && hub.hasBeenReady()).count()
                >= hubs.size() - 1,
        this::lastWords);
  }

  /** Starts that failed because the database was away. */
  int failedStarts() {
    return failedStarts;
  }

  /** Last words of hubs that ended by themselves. */
  List<String> failures() {
    return failures;
  }

  LivingLedger ledger() {
    return new LivingLedger(DatabaseSettings.from(environment, home()));
  }

  LedgerStory story(List<String> numbers) {
    return LedgerStory.read(home(), environment, numbers);
  }

  String lastWords() {
    StringBuilder words = new StringBuilder();
    try (LivingLedger ledger = ledger()) {
      words.append(ledger.effects());
    }
    hubs.forEach(hub -> words.append("\n").append(hub.lastWords()));
    return words.toString();
  }

  /** What {@code ./kontor verify-ledger} says; it must find nothing. */
  String verified() throws Exception {
    Running verifying =
        CommandLine.classes(directory, environment).start("verify-ledger", "--home=" + home());
    int status = verifying.end(Await.PATIENCE);
    if (status != 0) {
      throw new AssertionError("verify-ledger ended with " + status + ":\n" + verifying.all());
    }
    return verifying.out();
  }

  /** What was proven is proven: nobody waits for them. */
  @Override
  public void close() throws Exception {
    for (HubProcess hub : hubs) {
      if (hub.isAlive()) {
        hub.kill();
      }
    }
    postgres.close();
  }
}
