package dev.kontor.proof.day;

import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The merchant's customers and what they order; the same seed gives the same wishes. */
final class Visitors {

  private static final List<String> CODES =
      List.of("SOMMER10", "HERBST15", "VERSANDFREI", "VERSAND50");
  private static final List<String> PAYMENTS =
      List.of("payment_invoicepayment", "payment_cashpayment", "payment_prepayment");

  private final Random random;
  private final int customers;
  private final List<Ware> wares;
  private final List<Ware> standard;

  Visitors(Range range, int customers, long seed) {
    this.random = new Random(seed);
    this.customers = customers;
    this.wares = range.wares().stream().filter(w -> !w.varied()).toList();
    this.standard = wares.stream().filter(w -> w.rate().equals("19")).toList();
  }

  /** Articles everybody wants, so that selling and counting meet. */
  List<Ware> popular() {
    return standard.stream().filter(Ware::isCounted).limit(8).toList();
  }

  /**
   * The next wish.
   *
   * @param first pieces of its first line
   */
  ObjectNode next(int first) {
    int who = random.nextInt(customers);
    ObjectNode order = Json.object();
    boolean french = who % 10 == 8;
    buyer(order, who);
    lines(order.putArray("lines"), first, french ? standard : wares);
    if (random.nextInt(4) == 0) {
      order.putArray("promotions").add(pick(CODES));
    }
    order.put("paymentMethod", pick(PAYMENTS));
    order.put("shippingMethod", random.nextInt(4) == 0 ? "shipping_express" : "shipping_standard");
    return order;
  }

  private void lines(ArrayNode lines, int first, List<Ware> offered) {
    Ware popular = pick(popular());
    lines.addObject().put("productNumber", popular.sku()).put("quantity", first);
    List<Ware> others =
        random
            .ints(random.nextInt(3), 0, offered.size())
            .mapToObj(offered::get)
            .filter(ware -> !ware.equals(popular))
            .distinct()
            .toList();
    others.forEach(
        ware ->
            lines
                .addObject()
                .put("productNumber", ware.sku())
                .put("quantity", 1 + random.nextInt(4)));
  }

  private void buyer(ObjectNode order, int who) {
    switch (who % 10) {
      case 6 -> company(order, who, "DE", "DE%09d".formatted(811_000_000 + who), "Oberstdorf");
      case 7 -> company(order, who, "AT", "ATU%08d".formatted(13_000_000 + who), "Wien");
      case 8 -> person(order, who, "FR", "Strasbourg", true);
      case 9 -> {
        person(order, who, "CH", "Zürich", who % 4 != 1);
        order.put("currency", who % 20 == 9 ? "CHF" : "EUR");
      }
      default -> person(order, who, "DE", "Stuttgart", who % 10 < 4);
    }
  }

  private static void person(
      ObjectNode order, int who, String country, String city, boolean guest) {
    order
        .putObject("customer")
        .put("firstName", "Änne")
        .put("lastName", "Großkopf-" + who)
        .put("email", "k" + who + "@kunde.example")
        .put("guest", guest);
    address(order, who, country, city);
  }

  private static void company(
      ObjectNode order, int who, String country, String vatId, String city) {
    ObjectNode customer =
        order
            .putObject("customer")
            .put("firstName", "Leopold")
            .put("lastName", "Gänswein")
            .put("email", "einkauf" + who + "@firma.example")
            .put("guest", false)
            .put("group", "b2b")
            .put("company", "Berghütte " + who + " GmbH & Co. KG");
    customer.putArray("vatIds").add(vatId);
    address(order, who, country, city);
  }

  private static void address(ObjectNode order, int who, String country, String city) {
    order
        .putObject("billing")
        .put("country", country)
        .put("street", "Königstraße " + who)
        .put("zipcode", "%05d".formatted(70_000 + who))
        .put("city", city);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
