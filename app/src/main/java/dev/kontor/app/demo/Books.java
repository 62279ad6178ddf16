package dev.kontor.app.demo;

import dev.kontor.app.demo.DemoErp.Booked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The truth that a simulated ERP keeps, by book. */
record Books(Web web, String erp) {

  /** The named fields of each open order are its number, the hub's reference and its sum. */
  List<Booked> orders(String number, String reference, String gross) {
    return rows("orders")
        .map(
            order ->
                new Booked(
                    order.path(number).asString(),
                    order.path(reference).asString(""),
                    order.path(gross).asDecimal()))
        .toList();
  }

  /** Pieces of all locations by item, whatever the case of its number. */
  Map<String, BigDecimal> stock(String item, String quantity) {
    Map<String, BigDecimal> stock = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    rows("stock")
        .forEach(
            row ->
                stock.merge(
                    row.path(item).asString(), row.path(quantity).asDecimal(), BigDecimal::add));
    return stock;
  }

  /** What that field of all customers says, where it says anything. */
  List<String> customers(String field) {
    return rows("customers")
        .map(customer -> customer.path(field).asString(""))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private Stream<JsonNode> rows(String book) {
    return web.get(erp + "/_twin/truth/" + book).path(book).valueStream();
  }
}
