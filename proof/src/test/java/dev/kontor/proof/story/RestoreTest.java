package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.backup.Backup;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.capture.CursorStore;
import dev.kontor.engine.db.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A database lost and put back from a backup older than the last orders. */
class RestoreTest {

  private static final int BEFORE = 100;
  private static final int AFTER = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void ordersSinceTheBackupAreNeitherLostNorDoubled(@TempDir Path home) throws Exception {
    try (Database fresh = Database.forTests();
        Merchant merchant = Merchant.open(home.resolve("hub"), false)) {
      merchant.placeRandom(BEFORE, 1);
      merchant.settle(PATIENCE);
      Path data = home.resolve("data.zip");
      Path keys = home.resolve("keys.zip");
      new Backup(merchant.database.general()).write(data, keys);
      merchant.placeRandom(AFTER, 2);
      merchant.settle(PATIENCE);
      merchant.stopHub();
      ObjectNode missed = Order.of("meanwhile@kunde.example", "AH-1005", 1);
      merchant.place(missed);
      Installation installation =
          new Installation(fresh.hot(), merchant.home.resolve("installation.json"));
      new Backup(fresh.general())
          .restore(
              data,
              keys,
              true,
              installation,
              List.of((c, manifest) -> new CursorStore().reset(c, Optional.empty())));
      RunningHub hub = merchant.startHub(merchant.home, fresh);
      assertThat(hub.check()).isInstanceOf(InstallationCheck.Ok.class);
      assertThat(hub.check().state().inDoubt()).isTrue();
      merchant.settle(PATIENCE);
      merchant.await(PATIENCE, "end of doubt", () -> !hub.hub().isInDoubt());
      merchant.await(PATIENCE, "rest", () -> hub.hub().desk().open(10).isEmpty());
      assertThat(merchant.truth().shopOrders()).hasSize(BEFORE + AFTER + 1);
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(hub.verify().tampered()).as(hub.verify().text()).isFalse();
    }
  }

  @Test
  void aCopiedDatabaseWritesNothing(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home.resolve("hub"), false)) {
      merchant.place(Order.of("a@kunde.example", "AH-1005", 1));
      merchant.settle(PATIENCE);
      merchant.stopHub();
      merchant.place(Order.of("b@kunde.example", "AH-1005", 1));
      Path copy = Files.createDirectories(home.resolve("copy"));
      Files.copy(merchant.home.resolve("master.key"), copy.resolve("master.key"));
      Files.writeString(
          copy.resolve("installation.json"),
          Files.readString(merchant.home.resolve("installation.json"))
              .replaceFirst("[0-9a-f]{8}-", "00000000-"));
      merchant.erp.server().calls().reset();
      RunningHub hub = merchant.startHub(copy, merchant.database);
      assertThat(hub.check()).isInstanceOf(InstallationCheck.Mismatch.class);
      Thread.sleep(3000);
      assertThat(merchant.erp.server().calls().total()).isZero();
      assertThat(merchant.truth().unanswered()).hasSize(1);
    }
  }
}
