package dev.kontor.twin.magento.data;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All rows of the shop. What may refuse a change is asked before the first row is written. */
public final class Tables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Table orders = new Table("entity_id");
  private final Table items = new Table("item_id");
  private final Table histories = new Table("entity_id");
  private final Table invoices = new Table("entity_id");
  private final Table shipments = new Table("entity_id");
  private final Table creditmemos = new Table("entity_id");
  private final Table products = new Table("id", "sku");
  private final Table categories = new Table("id");
  private final Table customers = new Table("id");
  private final Table groups = new Table("id");
  private final Table carts = new Table("id");
  private final Table returns = new Table("entity_id");
  private final Table companies = new Table("id");
  private final Table sharedCatalogues = new Table("id");
  private final Table credits = new Table("id");
  private final Table creditHistory = new Table("id");
  private final Table sourceItems = new Table("_id", "sku");
  private final Table reservations = new Table("reservation_id");
  private final Map<String, Long> sequences = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;

  public Tables(InstantSource clock) {
    this.clock = clock;
  }

  /** Runs the work while nobody else reads or writes. */
  public <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public Table orders() {
    return orders;
  }

  /** Order items. */
  public Table items() {
    return items;
  }

  /** Comments of orders. */
  public Table histories() {
    return histories;
  }

  public Table invoices() {
    return invoices;
  }

  public Table shipments() {
    return shipments;
  }

  public Table creditmemos() {
    return creditmemos;
  }

  public Table products() {
    return products;
  }

  public Table categories() {
    return categories;
  }

  public Table customers() {
    return customers;
  }

  public Table groups() {
    return groups;
  }

  /** Carts, each of which an order is made of, and quotes, which are carts. */
  public Table carts() {
    return carts;
  }

  /** Goods that buyers send back. */
  public Table returns() {
    return returns;
  }

  public Table companies() {
    return companies;
  }

  /** Which goods which companies may buy. */
  public Table sharedCatalogues() {
    return sharedCatalogues;
  }

  /** What each company may owe. */
  public Table credits() {
    return credits;
  }

  public Table creditHistory() {
    return creditHistory;
  }

  public Table sourceItems() {
    return sourceItems;
  }

  public Table reservations() {
    return reservations;
  }

  /** The next number of a sequence that has no table of its own. */
  public long next(String sequence) {
    return sequences.merge(sequence, 1L, Long::sum);
  }

  /** Numbers go on behind this one. */
  public void seen(String sequence, long number) {
    sequences.merge(sequence, number, Math::max);
  }

  public InstantSource clock() {
    return clock;
  }

  /** The shop's time, UTC without a zone: 2026-11-21 09:52:50. */
  public String now() {
    return time(clock.instant());
  }

  public static String time(Instant instant) {
    return TIME.format(instant);
  }
}
