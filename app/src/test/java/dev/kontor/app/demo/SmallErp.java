package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An ERP that holds what a test enters; of the small shop's article ten pieces lie there. */
final class SmallErp implements DemoErp {

  private final List<Booked> orders = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();
  private final Map<String, BigDecimal> stock = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  SmallErp() {
    stock.put("stuhl", BigDecimal.TEN);
  }

  void book(String reference, String gross) {
    orders.add(new Booked("A" + orders.size(), reference, new BigDecimal(gross)));
  }

  void know(String email) {
    customers.add(email);
  }

  @Override
  public void move(String sku, BigDecimal quantity) {
    stock.merge(sku, quantity, BigDecimal::add);
  }

  @Override
  public List<Booked> orders() {
    return orders;
  }

  @Override
  public Map<String, BigDecimal> stock() {
    return stock;
  }

  @Override
  public List<String> customers() {
    return customers;
  }

  @Override
  public String connector() {
    return "small-erp";
  }

  @Override
  public String name() {
    return "Small ERP";
  }

  @Override
  public String address() {
    return "http://erp.example";
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
