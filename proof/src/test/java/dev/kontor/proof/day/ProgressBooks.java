package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the ERP has posted for each order, beside what its buyer sees in the shop. */
final class ProgressBooks {

  private final Books books;
  private final List<Unequal> unequal = new ArrayList<>();

  private ProgressBooks(Books books) {
    this.books = books;
  }

  static List<Unequal> compared(Books books) {
    ProgressBooks compared = new ProgressBooks(books);
    books.orders().forEach(compared::order);
    return compared.unequal;
  }

  private void order(JsonNode order) {
    String number = Books.number(order);
    if (!Books.isCancelled(order)) {
      equal(number, "delivery", order.path("deliveryState").asString(""), delivery(order));
      equal(number, "state", order.path("state").asString(""), state(order));
    }
    equal(number, "tracking", texts(order.path("trackingCodes").valueStream()), tracking(order));
    equal(number, "papers", papers(order), posted(order));
  }

  private void equal(String number, String what, Object here, Object there) {
    if (!here.equals(there)) {
      unequal.add(
          new Unequal(
              Matter.PROGRESS,
              number,
              what + " is " + here + " in the shop, " + there + " by the ERP"));
    }
  }

  private String delivery(JsonNode order) {
    if (books.shipments(order).isEmpty()) {
      return "open";
    }
    boolean all =
        books.open(order).stream()
            .flatMap(o -> o.path("lines").valueStream())
            .filter(l -> l.path("lineType").asString("").equals("Item"))
            .allMatch(l -> left(l).signum() == 0);
    return all ? "shipped" : "shipped_partially";
  }

  private static BigDecimal left(JsonNode line) {
    return line.path("quantity")
        .decimalValue()
        .subtract(line.path("shippedQuantity").decimalValue());
  }

  /** The hub never completes an order. */
  private String state(JsonNode order) {
    boolean begun =
        !books.shipments(order).isEmpty()
            || books.open(order).stream()
                .anyMatch(o -> o.path("status").asString("").equals("Open"));
    return begun ? "in_progress" : "open";
  }

  private Set<String> tracking(JsonNode order) {
    return texts(
        books.shipments(order).stream()
            .map(s -> s.path("packageTrackingNumber"))
            .filter(code -> !code.asString("").isEmpty()));
  }

  private Set<String> papers(JsonNode order) {
    return texts(books.papers(order).stream().map(d -> d.path("number")));
  }

  private Set<String> posted(JsonNode order) {
    return texts(
        Stream.of(books.shipments(order), books.invoices(order), books.memos(order))
            .flatMap(List::stream)
            .map(d -> d.path("number")));
  }

  private static Set<String> texts(Stream<JsonNode> values) {
    return values.map(v -> v.asString("")).collect(Collectors.toCollection(TreeSet::new));
  }
}
