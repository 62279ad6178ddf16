package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop with one article, of which a piece costs ten euros; it starts with ten. */
final class SmallShop implements DemoShop {

  static final String SKU = "STUHL";

  private final Map<String, BigDecimal> orders = new HashMap<>();
  private BigDecimal shown = BigDecimal.TEN;

  void show(int pieces) {
    shown = BigDecimal.valueOf(pieces);
  }

  @Override
  public Assortment assortment() {
    return new Assortment(
        List.of(new Assortment.Article(SKU, "Stuhl", "19", BigDecimal.TEN, false)), List.of());
  }

  @Override
  public Placed place(Cart cart) {
    int pieces = cart.units().values().stream().mapToInt(Integer::intValue).sum();
    String number = String.valueOf(orders.size() + 1);
    BigDecimal gross = BigDecimal.TEN.multiply(BigDecimal.valueOf(pieces));
    orders.put(number, gross);
    return new Placed("id-" + number, number, gross, cart.units(), 0);
  }

  @Override
  public void pay(Placed order) {}

  @Override
  public void cancel(Placed order) {}

  @Override
  public Map<String, BigDecimal> orders() {
    return orders;
  }

  @Override
  public Map<String, BigDecimal> stock() {
    return Map.of(SKU, shown);
  }

  @Override
  public void joined(String doors) {}

  @Override
  public String connector() {
    return "small-shop";
  }

  @Override
  public String name() {
    return "Small shop";
  }

  @Override
  public String address() {
    return "http://shop.example";
  }

  @Override
  public Map<String, String> access() {
    return Map.of();
  }

  @Override
  public Map<String, String> values() {
    return Map.of();
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of();
  }

  @Override
  public void close() {}
}
