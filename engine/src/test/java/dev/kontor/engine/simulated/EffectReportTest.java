package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.audit.EffectReport;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.simulated.SimulatedErp.Trouble;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger at work says of its effects, and what it says when it was made wrong. */
final class EffectReportTest {

  @TempDir Path home;
  private SimulatedHub bench;

  @BeforeEach
  void fourOrdersOfThreeBuyers() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    bench.erp.trouble("S-2", Trouble.LOST_ANSWER);
    bench.shop.put(order("1", "anne@example.com", "A1"));
    bench.shop.put(order("2", "bert@example.com", "A1"));
    bench.shop.put(order("3", "carl@example.com", "A1"));
    bench.shop.put(order("4", "ANNE@example.com", "A1"));
    bench.erp.onHand("Z1", 7);
    Await.until(
        "four answers and a figure",
        Await.PATIENCE,
        () -> bench.shop.replies().size() == 4 && bench.shop.stockWrites().contains("Z1=7"));
    bench.awaitQuiet();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private EffectReport report() {
    return EffectReport.read(bench.database.general());
  }

  /** Somebody changes rows by hand. */
  private void change(String sql) {
    int rows = Transactions.run(bench.database.general(), c -> Jdbc.update(c, sql));
    assertThat(rows).as(sql).isOne();
  }

  private void isMissing(int count, String flow, String defect) {
    assertThat(report().isExactlyOnce()).isFalse();
    assertThat(report().text())
        .startsWith("NOT EXACTLY ONCE: ")
        .containsPattern("NOT EXACTLY ONCE: .* missing " + count + ", double 0\n")
        .containsPattern("\n  " + flow + ": .* missing [1-9]")
        .containsPattern("\n  DEFECT message \\d+ " + defect);
  }

  private void isDouble(int count, String flow, String defect) {
    assertThat(report().isExactlyOnce()).isFalse();
    assertThat(report().text())
        .containsPattern("NOT EXACTLY ONCE: .* missing 0, double " + count + "\n")
        .containsPattern("\n  " + flow + ": .* double [1-9]")
        .containsPattern("\n  DEFECT message \\d+: " + defect);
  }

  @Test
  void eachDocumentIsCountedWithItsEffect() {
    assertThat(report().isExactlyOnce()).isTrue();
    assertThat(report().text())
        .startsWith("EXACTLY ONCE: ")
        .contains("\n  customers: 3 source documents, 3 effects, missing 0, double 0")
        .contains("\n  orders: 4 source documents, 4 effects, missing 0, double 0")
        .contains("\n  reply: 4 source documents, 4 effects, missing 0, double 0")
        .containsPattern("\n  stock: .* effects")
        .doesNotContain("open", "dead", "DEFECT");
  }

  @Test
  void whatWaitsIsOpenWithItsReason() {
    bench.shop.put(order("5", "anne@example.com", "LATER"));
    Await.until(
        "waiting for the product",
        Await.PATIENCE,
        () -> bench.has("5", "waiting") && bench.count("orders", "ready") == 0);
    assertThat(report().isExactlyOnce()).isTrue();
    assertThat(report().text())
        .contains("orders: 5 source documents, 4 effects, 1 open (waiting Missing 1), missing 0");
    bench.erp.blocked("A1", true);
    bench.shop.put(order("6", "bert@example.com", "A1"));
    bench.awaitState("6", "dead");
    assertThat(report().text()).contains("orders: 6 source documents", ", 1 dead,");
  }

  @Test
  void whatIsDoneWithoutEffectIsMissing() {
    change("delete from crossref where entity = 'order' and source_id = 'id-1'");
    assertThat(report().isExactlyOnce()).as("its intent was confirmed").isTrue();
    change("update intent set state = 'refused' where reference = 'S-1'");
    isMissing(1, "orders", "\\(orders created of 1\\) is done, but nothing was written");
    change("update intent set state = 'open' where key like '%|id-2|created|g0|reply'");
    isMissing(2, "reply", "\\(reply accepted of 2\\)");
    change("delete from intent where reference = 'Z1 = 7'");
    isMissing(3, "stock", "\\(stock ");
    change("delete from message where event = 'created' and source_id = 'id-3'");
    isMissing(4, "orders", "\\(orders ");
  }

  @Test
  void whatIsThereTwiceIsDouble() {
    change(
        """
        insert into intent (key, message, target, entity, action, reference, mapping, state,
                            absent_from, result_id, result_number)
        select key || ' again', message, target, entity, action, reference, mapping, state,
               absent_from, 'other', 'O99'
        from intent where reference = 'S-1'
        """);
    isDouble(1, "orders", "created 2 times in erp: .*, O99");
    change(
        """
        update crossref set target_id = (
          select target_id from crossref where entity = 'order' and source_id = 'id-2')
        where entity = 'order' and source_id = 'id-3'
        """);
    isDouble(2, "orders", "erp order .* stands for 2 source documents");
    change(
        """
        insert into crossref (source, entity, source_id, target, target_id, number)
        select 'other', entity, source_id, target, target_id || '2', 'D99'
        from crossref where entity = 'customer' order by number limit 1
        """);
    isDouble(3, "customers", "one customer has 2 documents in erp: .*D99");
  }
}
