package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What shoppers and warehouse do: orders, late payments, cancellations, stock movements. */
final class Day {

  private static final int CANCELLED_EVERY = 6;
  private static final int MOVED_EVERY = 2;
  private static final int MOST_MOVED = 15;
  private static final BigDecimal LOW = BigDecimal.valueOf(40);
  private static final BigDecimal DELIVERY = BigDecimal.valueOf(200);

  private final World world;
  private final Shoppers shoppers;
  private final Random random = new Random(7);
  private final Duration pace;
  private final CountDownLatch closing;
  private @Nullable Placed unpaid;

  /**
   * @param pace time between two orders
   * @param closing ends the day early
   */
  Day(World world, Shoppers shoppers, Duration pace, CountDownLatch closing) {
    this.world = world;
    this.shoppers = shoppers;
    this.pace = pace;
    this.closing = closing;
  }

  /** Places that many orders; cancelled ones come on top. */
  void run(int orders) throws InterruptedException {
    for (int i = 1; i <= orders && !closed(); i++) {
      Cart cart = shoppers.next();
      Placed order = world.place(cart);
      payLate();
      if (cart.prepaid()) {
        unpaid = order;
      }
      if (i % CANCELLED_EVERY == 0) {
        world.placeAndCancel(shoppers.next());
      }
      if (i % MOVED_EVERY == 0 || i == orders) {
        move();
      }
    }
    payLate();
  }

  /** Who pays in advance does so when the next order comes in. */
  private void payLate() {
    if (unpaid != null) {
      world.pay(unpaid);
      unpaid = null;
    }
  }

  /** What is running out is ordered in time; otherwise somebody receives or takes some out. */
  private void move() {
    List<Assortment.Article> articles = shoppers.popular();
    int pieces = 1 + random.nextInt(MOST_MOVED);
    String sku = articles.get(random.nextInt(articles.size())).sku();
    BigDecimal some = BigDecimal.valueOf(random.nextInt(3) == 0 ? pieces : -pieces);
    world
        .runningOut(LOW)
        .ifPresentOrElse(low -> world.move(low, DELIVERY), () -> world.move(sku, some));
  }

  private boolean closed() throws InterruptedException {
    return closing.await(pace.toMillis(), TimeUnit.MILLISECONDS);
  }
}
