package dev.kontor.proof.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Buyers of two shops want the last pieces of one warehouse. Whatever a shop sells was free a short
 * time before, and in the end each order is in the ERP once.
 */
class SharedShelfTest {

  private static final List<String> ARTICLES = List.of("SHELF-A1", "SHELF-A2", "SHELF-A3");
  private static final int BUYERS = Boolean.getBoolean("kontor.full") ? 1_000 : 140;
  private static final int PIECES = 60;

  /**
   * Poll of the shop's orders, entry in the ERP, poll of stock, reading and writing, on a busy
   * machine. Buyers come for longer than that, so that figures that are told late are sold by.
   */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final Random random = new Random(11);
  private final Sales sales = new Sales();
  private int orders;

  @Test
  void nothingIsSoldTwiceBeyondTheBound(@TempDir Path home) throws Exception {
    try (TwoShops at = new TwoShops(home.resolve("hub"), ARTICLES)) {
      for (String sku : ARTICLES) {
        move(at, sku, PIECES);
      }
      at.await("first stock in both shops", () -> ARTICLES.stream().allMatch(s -> isExact(at, s)));
      Pace pace = new Pace(random, Duration.ofMillis(600));
      for (int buyer = 1; buyer <= BUYERS; buyer++) {
        buy(at, buyer);
        if (random.nextInt(6) == 0) {
          move(at, article(), random.nextInt(2) == 0 ? -2 : 4);
        }
        pace.pause();
      }
      // Whoever bought too late gets his pieces from the next delivery, and both shops tell of it.
      for (String sku : ARTICLES) {
        move(at, sku, PIECES);
      }
      at.await("exact stock in both shops", () -> ARTICLES.stream().allMatch(s -> isExact(at, s)));
      at.await("every order in the ERP", () -> at.entered().size() >= orders);
      assertThat(at.entered().keySet()).isEqualTo(new TreeSet<>(at.references()));
      assertThat(at.hub().verify().tampered()).isFalse();
      Figures.print(
          "SharedShelfTest: %d orders of two shops, %d pieces beyond what was free, oldest figure sold by %d ms"
              .formatted(orders, sales.beyond(), sales.oldest().toMillis()));
    }
  }

  private void buy(TwoShops at, int buyer) {
    String sku = article();
    int pieces = 1 + random.nextInt(4);
    String email = "buyer" + buyer + "@kunde.example";
    long now = System.nanoTime();
    boolean sold =
        random.nextBoolean()
            ? at.buyAtShopware(email, sku, pieces)
            : at.buyAtMagento(email, sku, pieces);
    if (sold) {
      orders++;
      assertThat(sales.sold(sku, pieces, now))
          .as("how long ago %d of %s were free", pieces, sku)
          .isLessThan(BOUND);
    }
  }

  private String article() {
    return ARTICLES.get(random.nextInt(ARTICLES.size()));
  }

  private void move(TwoShops at, String sku, int pieces) {
    sales.moved(sku, pieces, System.nanoTime());
    at.move(sku, pieces);
  }

  private boolean isExact(TwoShops at, String sku) {
    return at.offered(sku).equals(List.of(sales.free(sku), sales.free(sku)));
  }
}
