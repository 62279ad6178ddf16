package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.backup.Backup;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.capture.CursorStore;
import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.RunningHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database lost and put back from a backup older than the last orders. */
class RestoreTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final int BEFORE = FULL ? 300 : 40;
  private static final int AFTER = FULL ? 200 : 60;
  private static final int MEANWHILE = FULL ? 20 : 5;

  @Test
  void ordersSinceTheBackupAreNeitherLostNorDoubled(@TempDir Path home) throws Exception {
    Path data = home.resolve("data.zip");
    Path keys = home.resolve("keys.zip");
    try (Database fresh = Database.forTests();
        Merchant merchant = Merchant.open(home.resolve("hub"))) {
      merchant.placeRandom(BEFORE, 1);
      merchant.settle(Await.PATIENCE);
      new Backup(merchant.database().general()).write(data, keys);
      merchant.placeRandom(AFTER, 2);
      merchant.settle(Await.PATIENCE);
      merchant.stopHub();
      merchant.placeRandom(MEANWHILE, 3);
      restore(fresh, data, keys, merchant.home());
      long began = System.nanoTime();
      RunningHub hub = merchant.startHub(merchant.home(), fresh);
      assertThat(hub.check()).isInstanceOf(InstallationCheck.Ok.class);
      assertThat(hub.check().state().inDoubt()).isTrue();
      hub.await(Await.PATIENCE, "end of doubt", () -> !hub.hub().isInDoubt());
      merchant.settle(Await.PATIENCE);
      report(merchant, Duration.ofNanos(System.nanoTime() - began));
      assertThat(merchant.truth().shopOrders()).hasSize(BEFORE + AFTER + MEANWHILE);
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(hub.hub().desk().open(1)).isEmpty();
      assertThat(hub.verify().tampered()).as(hub.verify().text()).isFalse();
    }
  }

  private static void restore(Database fresh, Path data, Path keys, Path home) throws IOException {
    Installation installation = new Installation(fresh.hot(), home.resolve("installation.json"));
    new Backup(fresh.general())
        .restore(
            data,
            keys,
            true,
            installation,
            List.of((c, manifest) -> new CursorStore().reset(c, Optional.empty())));
  }

  private static void report(Merchant merchant, Duration took) {
    long inErp = merchant.truth().erpOrders().values().stream().mapToLong(List::size).sum();
    Figures.print(
        "RestoreTest: orders before the backup=%d, after it=%d, while down=%d; settled %d s after the restore; in-erp=%d wrong=%d"
            .formatted(
                BEFORE,
                AFTER,
                MEANWHILE,
                took.toSeconds(),
                inErp,
                merchant.truth().differences().size()));
  }
}
