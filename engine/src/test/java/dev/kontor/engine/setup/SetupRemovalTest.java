package dev.kontor.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.model.ModelJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is taken away under messages that wait, and nothing wrong is kept. */
class SetupRemovalTest {

  @TempDir Path directory;
  private SetupBench bench;
  private SetupDesk desk;

  @BeforeEach
  void open() {
    bench = new SetupBench(directory);
    desk = bench.desk;
    desk.put(SetupBench.second(), SetupBench.ADA);
    desk.put(SetupBench.USE, SetupBench.ADA);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void plant(String flow) {
    Append notice =
        Append.notice("erp|order|second|1", flow, 2, "pushed", "second", "1", "1", null);
    Transactions.run(bench.database.general(), c -> new LedgerStore().append(c, List.of(notice)));
  }

  @Test
  void aUseWithMessagesThatWaitStays() {
    plant("two-orders");
    assertThatThrownBy(() -> desk.remove(SetupBench.USE, SetupBench.ADA))
        .hasMessageContaining("have 1 messages that are not finished; let them finish");
    PackUse moved = new PackUse("books--web", "two-", Map.of("shop", "shop", "erp", "erp"));
    assertThatThrownBy(() -> desk.put(moved, SetupBench.ADA)).hasMessageContaining("not finished");
    desk.put(SetupBench.USE, SetupBench.ADA);
    assertThat(desk.version()).isEqualTo(3);
  }

  @Test
  void whatIsWrongWithAUseOrFlowIsSaidWithItsField() {
    PackUse same = new PackUse("books--web", "two-", Map.of("shop", "second", "erp", "second"));
    assertThatThrownBy(() -> desk.put(same, SetupBench.ADA))
        .hasMessage("roles.erp names a connection to web; name one whose connector is books");
    PackUse unknown = new PackUse("books--wep", "", Map.of());
    assertThatThrownBy(() -> desk.put(unknown, SetupBench.ADA))
        .hasMessage("pack is not known; did you mean 'books--web'?");
    assertThatThrownBy(
            () ->
                desk.set(
                    "two-customers",
                    Map.of("reconcile", ModelJson.parse("\"03:30\"")),
                    SetupBench.ADA))
        .hasMessageStartingWith("reconcile has a time to compare the flow 'two-customers'");
    assertThatThrownBy(() -> desk.set("two-none", Map.of(), SetupBench.ADA))
        .hasMessageStartingWith("there is no flow two-none; there are [two-customers, two-orders");
    assertThat(desk.version()).isEqualTo(2);
  }
}
