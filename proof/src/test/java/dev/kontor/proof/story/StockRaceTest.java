package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.shopware.shop.Catalogue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Buyers and warehouse at once: the shop never promises more than there is for long. */
class StockRaceTest {

  private static final int SKUS = 20;
  private static final int STEPS = Boolean.getBoolean("kontor.full") ? 600 : 120;

  /** Poll of the stock flow, reading, writing and one correction, on a busy machine. */
  private static final Duration BOUND = Duration.ofSeconds(12);

  private final List<String> skus = new ArrayList<>();
  private final Map<String, BigDecimal> sold = new HashMap<>();
  private final Map<String, Long> above = new HashMap<>();
  private long longestNanos;
  private BigDecimal oversold = BigDecimal.ZERO;
  private Merchant merchant;

  @BeforeEach
  void open(@TempDir Path home) throws Exception {
    merchant = Merchant.open(home, true);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void shopStockFollowsTruth() throws Exception {
    choose();
    Random random = new Random(7);
    for (int step = 0; step < STEPS; step++) {
      String sku = skus.get(random.nextInt(SKUS));
      int pieces = 1 + random.nextInt(6);
      if (random.nextBoolean()) {
        merchant.place(Order.of("b" + random.nextInt(40) + "@kunde.example", sku, pieces));
        sold.merge(sku, BigDecimal.valueOf(pieces), BigDecimal::add);
      } else {
        merchant.erp.moveStock(
            sku, "MAIN", BigDecimal.valueOf(random.nextInt(3) == 0 ? pieces : -pieces));
      }
      watch();
      Thread.sleep(40);
    }
    merchant.settle(Duration.ofSeconds(60));
    long until = System.nanoTime() + BOUND.toNanos();
    while (!watch() && System.nanoTime() < until) {
      Thread.sleep(100);
    }
    System.out.println(
        "stock race: "
            + STEPS
            + " steps, longest above truth "
            + Duration.ofNanos(longestNanos).toMillis()
            + " ms, most pieces above truth "
            + oversold);
    assertThat(shown()).isEqualTo(truth());
    assertThat(Duration.ofNanos(longestNanos)).isLessThan(BOUND);
    assertThat(merchant.truth().differences()).isEmpty();
  }

  private void choose() {
    for (JsonNode product : Catalogue.demo()) {
      boolean plain = !product.path("closeout").asBoolean(false) && !product.has("parent");
      if (plain && product.path("stock").asInt(0) > 0 && skus.size() < SKUS) {
        skus.add(product.path("productNumber").asString());
      }
    }
    assertThat(skus).hasSize(SKUS);
  }

  /** On hand less what buyers ordered, shipped to nobody yet. */
  private Map<String, Integer> truth() {
    Map<String, BigDecimal> onHand = merchant.truth().onHand();
    Map<String, Integer> free = new TreeMap<>();
    for (String sku : skus) {
      free.put(
          sku,
          onHand
              .getOrDefault(sku, BigDecimal.ZERO)
              .subtract(sold.getOrDefault(sku, BigDecimal.ZERO))
              .intValueExact());
    }
    return free;
  }

  private Map<String, Integer> shown() {
    Map<String, Integer> shown = new TreeMap<>();
    Map<String, Integer> shop = merchant.truth().shopStock();
    skus.forEach(sku -> shown.put(sku, shop.get(sku)));
    return shown;
  }

  /** Measures how long and by how much any SKU stands above truth; true if all are exact. */
  private boolean watch() {
    Map<String, Integer> shown = shown();
    Map<String, Integer> truth = truth();
    long now = System.nanoTime();
    truth.forEach(
        (sku, free) -> {
          int over = shown.getOrDefault(sku, 0) - free;
          if (over > 0) {
            longestNanos = Math.max(longestNanos, now - above.computeIfAbsent(sku, s -> now));
            oversold = oversold.max(BigDecimal.valueOf(over));
          } else {
            above.remove(sku);
          }
        });
    return shown.equals(truth);
  }
}
