package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub on a database that is not its own, beside the one it belongs to. */
class CopiedDatabaseTest {

  @Test
  void itsHubCallsNobody(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home.resolve("hub"));
        TwinPair elsewhere = new TwinPair()) {
      Path copy = Files.createDirectories(home.resolve("copy"));
      Files.copy(merchant.home().resolve("master.key"), copy.resolve("master.key"));
      Files.writeString(
          copy.resolve("installation.json"),
          Files.readString(merchant.home().resolve("installation.json"))
              .replaceFirst("[0-9a-f]{8}-", "00000000-"));
      String yaml = elsewhere.configuration(merchant.door().uri("shop"));
      try (RunningHub idle = new RunningHub(copy, yaml, TwinPair.secrets(), merchant.database())) {
        assertThat(idle.check()).isInstanceOf(InstallationCheck.Mismatch.class);
        // Lanes and polls of one database are shared: a hub that works would get some of these.
        for (int i = 0; i < 10; i++) {
          merchant.place(Order.of("k" + i + "@kunde.example", "AH-1005", 1));
          merchant.hub().rest().awaitPoll("orders", Await.PATIENCE);
        }
        merchant.settle(Await.PATIENCE);
      }
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(elsewhere.shop().calls().total()).isZero();
      assertThat(elsewhere.erp().server().calls().total()).isZero();
    }
  }
}
