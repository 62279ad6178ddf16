package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shop is told and when; driven step by step. */
final class StockDeliveryTest {

  private final StockBench bench;

  StockDeliveryTest(@TempDir Path home) {
    bench = new StockBench(home, StockBench.SAFETY_TWO);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Instant longAgo() {
    return bench.now().minus(Duration.ofHours(1));
  }

  @Test
  void whyThree() {
    bench.erp.has("A1", 10, 3);
    bench.sold("1", "A1", 2, longAgo());
    bench.changed("A1");
    bench.work();

    assertThat(bench.shop.written).containsExactly("A1=3");
    List<String> terms = new ArrayList<>();
    ModelJson.parse(bench.terms("A1"))
        .forEach(
            t ->
                terms.add(
                    t.path("quantity").asString()
                        + " "
                        + t.path("term").asString()
                        + ": "
                        + t.path("source").asString()));
    assertThat(terms)
        .containsExactly(
            "10 on hand: ERP",
            "-3 open demand: ERP",
            "-2 safety stock: flow setting",
            "-2 shop orders not yet in the ERP: hub");
    assertThat(bench.outcomes()).singleElement().asString().startsWith("changed done A1: 3");
  }

  @Test
  void anArticleThatTheShopSpellsInOtherCaseIsTheSame() {
    bench.erp.has("A1", 10, 0);
    bench.sold("1", "a1", 3, longAgo());
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=5");
    bench.sold("2", "a1", 1, longAgo());
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=5", "A1=4");
    Instant placed = longAgo();
    bench.in(
        c ->
            assertThat(bench.levels.writtenSince(c, "shop", List.of("a1"), placed))
                .as("what a sale asks to be told anew")
                .containsExactly("A1"));
  }

  @Test
  void whatTheShopIsKnownToShowIsNotWrittenAgain() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    bench.work();
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8");
    assertThat(bench.outcomes().getLast()).isEqualTo("changed skipped unchanged: 8");
  }

  @Test
  void tenChangesThatWaitAreOneWriteOfTheNewest() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1", "A1", "A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8");
    assertThat(bench.outcomes())
        .filteredOn(o -> o.equals("changed skipped superseded by a later change"))
        .hasSize(2);
  }

  @Test
  void aSaleCloseToTheWriteHasTheSameFigureWrittenOnceMore() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    bench.work();
    bench.sold("1", "A1", 1, bench.now());
    bench.erp.has("A1", 11, 0);
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=8");

    bench.ledger.clock.advance(Duration.ofMinutes(1));
    bench.changed("A1");
    bench.work();
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).as("then it is known").hasSize(3);
  }

  @Test
  void aSaleNeverHeardOfButTakenBackHasTheSameFigureWrittenOnceMore() {
    Instant placed = bench.now().minusSeconds(600);
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    bench.work();
    bench.takenBack("1", "A1", 1, placed);
    bench.changed("A1");
    bench.work();
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=8");
  }

  @Test
  void aSaleHeardOfWhileTheFigureIsOnItsWayAsksForItOnceMore() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    Instant placed = longAgo();
    bench.shop.meanwhile = () -> bench.sold("1", "A1", 1, placed);
    bench.work();
    bench.shop.meanwhile = () -> {};
    assertThat(bench.outcomes().getLast()).isEqualTo("sold meanwhile ready");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=7");
  }

  @Test
  void aSaleThatIsInTheErpBeforeTheFigureArrivesAsksForItOnceMore() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    Instant placed = longAgo();
    bench.shop.meanwhile =
        () -> {
          bench.sold("1", "A1", 1, placed);
          bench.erp.has("A1", 10, 1);
          bench.inErp("1", "A1", 1);
        };
    bench.work();
    bench.shop.meanwhile = () -> {};
    assertThat(bench.outcomes().getLast()).isEqualTo("sold meanwhile ready");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=7");
  }

  @Test
  void aSaleTakenBackWhileTheFigureIsOnItsWayAsksForItOnceMore() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    Instant placed = longAgo();
    bench.shop.meanwhile = () -> bench.takenBack("1", "A1", 1, placed);
    bench.work();
    bench.shop.meanwhile = () -> {};
    assertThat(bench.outcomes().getLast()).isEqualTo("changed meanwhile ready");
    bench.work();
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=8");
  }

  @Test
  void anEditWhileTheFigureIsOnItsWayAsksForItOnceMoreAlsoIfItTakesAway() {
    bench.sold("1", "A1", 5, longAgo());
    bench.inErp("1", "A1", 5);
    bench.ledger.clock.advance(Duration.ofMinutes(1));
    bench.erp.has("A1", 10, 5);
    bench.changed("A1");
    Instant placed = longAgo();
    bench.shop.meanwhile = () -> bench.sold("1", "A1", 3, placed);
    bench.work();
    bench.shop.meanwhile = () -> {};
    assertThat(bench.outcomes().getLast()).isEqualTo("changed meanwhile ready");
    bench.work();
    assertThat(bench.shop.written)
        .as("the ERP still has all of it")
        .containsExactly("A1=3", "A1=3");
  }

  @Test
  void figuresGoInBatchesAndARefusedOneHoldsNoOtherUp() {
    for (String sku : List.of("A1", "B1", "C1")) {
      bench.erp.has(sku, 10, 0);
    }
    bench.shop.refused.put("B1", new Fault.Invalid("stock", "no such product", null));
    bench.changed("A1", "B1", "C1");
    bench.work();
    assertThat(bench.shop.calls).isEqualTo(2);
    assertThat(bench.shop.written).containsExactlyInAnyOrder("A1=8", "C1=8");
    assertThat(bench.ledger.column("select source_id from message where state = 'dead'"))
        .containsExactly("B1");
    assertThat(bench.ledger.column("select reference || ' ' || state from intent order by 1"))
        .containsExactly("A1 = 8 confirmed", "B1 = 8 refused", "C1 = 8 confirmed");
  }

  @Test
  void aSkuTheErpDoesNotKnowIsLeftAlone() {
    bench.changed("X1");
    bench.work();
    assertThat(bench.shop.calls).isZero();
    assertThat(bench.outcomes()).containsExactly("changed skipped the ERP does not know this SKU");
  }

  @Test
  void whileTheErpCannotBeReadNothingIsWrittenAndEverythingIsTriedAgain() {
    bench.erp.has("A1", 10, 0);
    bench.erp.down = new Fault.Unavailable("down for maintenance");
    bench.changed("A1", "B1");
    bench.work();
    assertThat(bench.shop.calls).isZero();
    assertThat(bench.ledger.states()).containsExactly("retrying", "retrying");
  }

  @Test
  void aWriteThatFailedLeavesWhatTheShopWasToldBefore() {
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    bench.work();
    bench.erp.has("A1", 20, 0);
    bench.shop.down = new Fault.Unavailable("down for maintenance");
    bench.changed("A1");
    bench.work();
    assertThat(bench.ledger.number("select quantity::int from stock_level")).isEqualTo(8);
    bench.shop.down = null;
    bench.ledger.clock.advance(Duration.ofHours(1));
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=18");
  }

  @Test
  void whereTheErpShowsNoDemandTheHubsTransferredOrdersCount() {
    bench.erp.has("A1", 10, null);
    bench.sold("1", "A1", 1, longAgo());
    bench.inErp("1", "A1", 1);
    bench.ledger.clock.advance(Duration.ofSeconds(1));
    bench.changed("A1");
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=7");
    assertThat(bench.terms("A1")).contains("transferred, not shipped");
  }
}
