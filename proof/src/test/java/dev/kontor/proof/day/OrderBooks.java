package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Every order of the shop beside what the ERP has of it, to the cent and by tax rate. */
final class OrderBooks {

  private static final int CENTS = 2;

  private final Books books;
  private final List<Unequal> unequal = new ArrayList<>();

  private OrderBooks(Books books) {
    this.books = books;
  }

  static List<Unequal> compared(Books books) {
    OrderBooks compared = new OrderBooks(books);
    books.orders().forEach(compared::order);
    books.strangers().forEach(r -> compared.add(r, "is in the ERP only"));
    return compared.unequal;
  }

  private void add(String subject, String how) {
    unequal.add(new Unequal(Matter.ORDER, subject, how));
  }

  private void order(JsonNode order) {
    Set<String> there = books.erpNumbers(order);
    String number = Books.number(order);
    if (Books.isCancelled(order)) {
      if (!there.isEmpty()) {
        add(number, "is cancelled in the shop, and the ERP has it as " + there);
      }
      return;
    }
    if (there.size() != 1 || books.open(order).size() > 1) {
      add(number, "is in the ERP as " + there);
      return;
    }
    String told = order.path("customFields").path("kontor_erp_order_number").asString("");
    if (!there.contains(told)) {
      add(number, "is " + there + " in the ERP, the shop was told '" + told + "'");
    }
    value(order, number);
  }

  private void value(JsonNode order, String number) {
    List<JsonNode> open = books.open(order);
    List<JsonNode> documents = open.isEmpty() ? books.invoices(order) : open;
    boolean inParts = documents.size() > 1;
    boolean areGross = TaxRows.areGross(documents.getFirst());
    if (areGross || !inParts) {
      BigDecimal gross = sum(documents, "totalAmountIncludingTax");
      equal(number, "gross", amount(order.path("gross")), gross);
    }
    if (!areGross || !inParts) {
      BigDecimal net = sum(documents, "totalAmountExcludingTax");
      equal(number, "net", amount(order.path("net")), net);
    }
    if (inParts) {
      documents.forEach(document -> part(number, document));
    }
    Map<String, BigDecimal> here = new TreeMap<>();
    order
        .path("taxPerRate")
        .properties()
        .forEach(t -> TaxRows.put(here, t.getKey(), amount(t.getValue())));
    TaxRows rows = TaxRows.of(documents);
    Map<String, BigDecimal> there = inParts ? rows.taxesByRate() : rows.taxes();
    if (!here.equals(there)) {
      add(number, "taxes are " + here + " in the shop, " + there + " in the ERP");
    }
    String currency = documents.getFirst().path("currencyCode").asString("");
    if (!(currency.isEmpty() ? "EUR" : currency).equals(order.path("currency").asString())) {
      add(number, "is in " + currency + " in the ERP");
    }
  }

  /**
   * Each invoice over a part of an order computes its tax by itself (totals.md rule 11), so that
   * together they may differ from the order; the amounts they compute it from must not.
   */
  private void part(String number, JsonNode invoice) {
    TaxRows rows = TaxRows.of(List.of(invoice));
    if (!rows.taxes().equals(rows.taxesByRate())) {
      add(
          number,
          "invoice %s has taxes of %s, by its amounts %s"
              .formatted(invoice.path("number").asString(), rows.taxes(), rows.taxesByRate()));
    }
  }

  private void equal(String number, String what, BigDecimal here, BigDecimal there) {
    if (here.compareTo(there) != 0) {
      add(number, what + " is " + here + " in the shop, " + there + " in the ERP");
    }
  }

  private static BigDecimal amount(JsonNode text) {
    return new BigDecimal(text.asString()).setScale(CENTS);
  }

  static BigDecimal sum(List<JsonNode> documents, String field) {
    return documents.stream()
        .map(d -> d.path(field).decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
