package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.LinkDesk;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.EntityType;
import dev.kontor.spi.FaultException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that a person makes, corrects and removes are looked up, unique and on record. */
final class HandLinkTest {

  @TempDir Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    bench.erp.blocked("A1", true);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private DeskStore.Entry dead(String number) {
    bench.shop.put(order(number, "a@example.com", "A1"));
    bench.awaitState(number, "dead");
    return bench.event(number);
  }

  private static LinkDesk.Wanted wanted(String sourceId, String targetId) {
    return new LinkDesk.Wanted("shop", EntityType.ORDER, sourceId, "erp", targetId, null);
  }

  private LinkDesk links() {
    return bench.hub.problems().links();
  }

  @Test
  void oneDocumentIsLinkedToOneOnly() {
    String first = dead("1").sourceId();
    String second = dead("2").sourceId();
    bench.erp.enter("S-1");
    bench.erp.enter("S-2");
    links().link(wanted(first, "order-1"), "ada", "by hand");
    bench.awaitState("1", "done");
    assertThatThrownBy(() -> links().link(wanted(second, "order-1"), "ben", "by hand"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("number: order-1 is linked to another document");
    assertThatThrownBy(() -> links().link(wanted("gone", "order-2"), "ben", "by hand"))
        .hasMessageContaining("sourceId: 'gone' is not in shop");
    assertThatThrownBy(() -> links().link(wanted(second, "order-9"), "ben", "by hand"))
        .hasMessageContaining("targetId: 'order-9' is not in erp");
    assertThat(links().unlink(wanted(first, "order-1"), "ada", "a mistake")).isTrue();
    assertThat(links().unlink(wanted(first, "order-1"), "ada", "a mistake")).isFalse();
    assertThat(audited("link.%")).isEqualTo(2);
  }

  private long audited(String kind) {
    return Transactions.run(
        bench.database.general(),
        c ->
            Jdbc.query(
                    c,
                    "select count(*) from audit where kind like ? and details like '%: % (ada)'",
                    row -> row.getLong(1),
                    kind)
                .getFirst());
  }
}
