package dev.kontor.bench.resync;

import dev.kontor.bench.twins.Twin;
import dev.kontor.model.ModelJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** People who order in turn, at a steady rate. */
final class Shoppers implements AutoCloseable {

  private static final int CUSTOMERS = 50;

  private final ScheduledExecutorService ordering = Executors.newSingleThreadScheduledExecutor();
  private final Twin shop;
  private final String sku;
  private final Supplier<Instant> clock;

  /** Microseconds of that clock, by order number. */
  private final Map<String, Long> placed = new TreeMap<>();

  /**
   * @param sku of what they order
   * @param perMinute orders
   * @param clock of the hub's database
   */
  Shoppers(Twin shop, String sku, int perMinute, Supplier<Instant> clock) {
    this.shop = shop;
    this.sku = sku;
    this.clock = clock;
    var _ =
        ordering.scheduleAtFixedRate(
            this::place, 0, TimeUnit.MINUTES.toMicros(1) / perMinute, TimeUnit.MICROSECONDS);
  }

  private synchronized void place() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.get());
    String number =
        shop.post("/_twin/shop/orders", order(placed.size() % CUSTOMERS))
            .path("orders")
            .path(0)
            .path("increment_id")
            .asString();
    placed.put(number, now);
  }

  private ObjectNode order(int customer) {
    ObjectNode order = ModelJson.mapper().createObjectNode();
    order.putObject("customer").put("email", "k" + customer + "@kunde.example");
    ObjectNode billing = order.putObject("billing");
    billing
        .put("firstname", "Jörg")
        .put("lastname", "Müller")
        .put("postcode", "70173")
        .put("city", "Stuttgart")
        .put("country_id", "DE")
        .put("telephone", "0711 1");
    billing.putArray("street").add("Königstraße " + (1 + customer));
    order.putArray("lines").addObject().put("sku", sku).put("qty", 1);
    return order;
  }

  /** Since when each order is there, by number. */
  synchronized Map<String, Long> placed() {
    return Map.copyOf(placed);
  }

  @Override
  public void close() {
    ordering.shutdownNow();
  }
}
