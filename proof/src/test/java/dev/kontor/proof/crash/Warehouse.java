package dev.kontor.proof.crash;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** People who receive, count and take out while the shop sells. */
final class Warehouse {

  private static final BigDecimal PLENTY = BigDecimal.valueOf(10_000);
  private static final int MOST = 15;

  private final BusinessCentralTwin erp;
  private final List<Assortment.Article> articles;
  private final Random random;
  private final AtomicInteger moves = new AtomicInteger();

  Warehouse(BusinessCentralTwin erp, Random random) {
    this.erp = erp;
    this.articles =
        ShopwareGoods.assortment().articles().stream()
            .filter(article -> !article.scarce())
            .toList();
    this.random = random;
  }

  /** Enough of everything for the longest day: what is sold out is another story. */
  void fill() {
    articles.forEach(article -> move(article, PLENTY));
  }

  /** Moves stock until the day is over. */
  void work(BooleanSupplier open, Pace pace) throws InterruptedException {
    while (open.getAsBoolean()) {
      int pieces = 1 + random.nextInt(MOST);
      move(
          articles.get(random.nextInt(articles.size())),
          BigDecimal.valueOf(random.nextBoolean() ? pieces : -pieces));
      pace.pause();
    }
  }

  private void move(Assortment.Article article, BigDecimal pieces) {
    erp.moveStock(article.sku(), "MAIN", pieces);
    moves.incrementAndGet();
  }

  int moves() {
    return moves.get();
  }
}
