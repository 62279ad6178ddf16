package dev.kontor.proof.recorded;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A hub on a fresh database, with the settings of one kontor.yaml. */
final class RunningHub implements AutoCloseable {

  private final Hub hub;

  /**
   * @param yaml configuration with secrets by reference to {@code environment}
   */
  RunningHub(Path home, String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(home.resolve("kontor.yaml"), yaml);
    Connectors connectors = Connectors.installed();
    HubConfig config = ConfigLoader.load(file, environment, connectors.schemas());
    Database database = Database.forTests();
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    HubSettings settings = new HubSettings(home, Duration.ofSeconds(3), Machinery.system());
    hub = new Hub(config, connectors, database, vault, settings);
    hub.start();
  }

  Hub hub() {
    return hub;
  }

  /** Everything the ledger has about an order. */
  List<DeskStore.Entry> messages(String number) {
    return hub.desk().byNumber(number);
  }

  /** Waits for something to become true; fails with what is open if it does not. */
  void await(Duration most, String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError(what + " did not happen; open: " + open());
      }
      Thread.sleep(50);
    }
  }

  private String open() {
    return hub.desk().counts()
        + hub.desk().open(200).stream()
            .map(
                m ->
                    "\n"
                        + m.id()
                        + " "
                        + m.flow()
                        + " "
                        + m.number()
                        + " "
                        + m.state()
                        + ": "
                        + m.reason())
            .reduce("", String::concat);
  }

  @Override
  public void close() {
    hub.close();
  }
}
