package dev.kontor.app.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at both systems several times a second and notes when what people did has arrived. */
final class Watch implements AutoCloseable {

  static final Duration EVERY = Duration.ofMillis(200);

  private final World world;
  private final Story story;
  private final Oversold oversold;
  private final String prefix;
  private final Map<String, Duration> arrived = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watch").daemon().factory());
  private volatile boolean settled;
  private @Nullable ScheduledFuture<?> looking;

  /**
   * @param prefix what the hub puts before the shop's numbers in the ERP
   */
  Watch(World world, Story story, Oversold oversold, String prefix) {
    this.world = world;
    this.story = story;
    this.oversold = oversold;
    this.prefix = prefix;
  }

  void start() {
    looking = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      List<Shelf> shelves = world.shelves();
      oversold.look(shelves);
      orders();
      settled = shelves.stream().allMatch(Shelf::right);
    } catch (RuntimeException e) {
      settled = false;
      story.tell("demo       could not look: " + e.getMessage());
    }
  }

  private synchronized void orders() {
    Map<String, Placed> live = world.live();
    for (DemoErp.Booked booked : world.erp().orders()) {
      String number =
          booked.reference().startsWith(prefix)
              ? booked.reference().substring(prefix.length())
              : "";
      Placed order = live.get(number);
      if (order != null && isWhole(order, booked) && !arrived.containsKey(number)) {
        Duration after = Duration.ofNanos(System.nanoTime() - order.nanos());
        arrived.put(number, after);
        story.booked(order, booked.number(), after);
      }
    }
  }

  /** Where header and lines are entered one by one, an order stands in part for a while. */
  private static boolean isWhole(Placed order, DemoErp.Booked booked) {
    return booked.gross().compareTo(order.gross()) == 0;
  }

  /** How long each order took from the shop into the ERP, by the shop's number. */
  synchronized Map<String, Duration> arrived() {
    return Map.copyOf(arrived);
  }

  /** Whether the shop showed the right stock of every article at the last look. */
  boolean stockSettled() {
    return settled;
  }

  @Override
  public void close() {
    if (looking != null) {
      looking.cancel(false);
    }
    clock.close();
  }
}
