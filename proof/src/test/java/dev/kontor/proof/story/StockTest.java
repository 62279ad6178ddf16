package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the warehouse does is in the shop, with as few writes as possible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SYNC = "/api/_action/sync";

  private Merchant merchant;

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    merchant = Merchant.open(home, true);
    merchant.erp.moveStock("AH-1005", "MAIN", BigDecimal.ONE);
    shows("AH-1005", 501);
  }

  @AfterAll
  void close() {
    merchant.close();
  }

  private void shows(String sku, int pieces) throws InterruptedException {
    merchant.await(
        SOON,
        sku + " = " + pieces + " in the shop, which shows " + merchant.truth().shopStock(sku),
        () -> merchant.truth().shopStock(sku) == pieces);
  }

  @Test
  void aChangeInTheErpIsInTheShop() throws InterruptedException {
    merchant.erp.moveStock("AH-1003", "MAIN", new BigDecimal("-43"));
    shows("AH-1003", 457);
    assertThat(merchant.hub().hub().desk().stock("AH-1003"))
        .singleElement()
        .satisfies(level -> assertThat(level.quantity()).isEqualByComparingTo("457"))
        .satisfies(level -> assertThat(level.terms()).contains("on hand", "457"));
  }

  @Test
  void tenChangesWhileTheShopIsDownAreOneWrite() throws InterruptedException {
    merchant.shop.dials().set("down", true);
    for (int i = 0; i < 10; i++) {
      merchant.erp.moveStock("AH-1004", "MAIN", BigDecimal.ONE);
      Thread.sleep(300);
    }
    Thread.sleep(2500);
    merchant.shop.calls().reset();
    merchant.shop.dials().reset();
    shows("AH-1004", 510);
    Thread.sleep(2500);
    assertThat(merchant.shop.calls().of("POST", SYNC)).isEqualTo(1);
  }

  @Test
  void aSaleIsCountedOnceWhereverItStands() throws InterruptedException {
    merchant.place(Order.of("s1@kunde.example", "AH-1012", 7));
    merchant.settle(SOON);
    merchant.erp.moveStock("AH-1012", "MAIN", BigDecimal.ONE);
    shows("AH-1012", 494);
  }
}
