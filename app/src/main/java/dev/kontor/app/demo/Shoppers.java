package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people buy; the same seed gives the same carts. */
public final class Shoppers {

  private static final List<String> PERCENT = List.of("SOMMER10", "HERBST15", "VERSANDFREI");
  private static final int MOST_UNITS = 4;
  private static final int POPULAR = 4;

  private final Random random;
  private final List<Assortment.Article> standard;
  private final List<Assortment.Article> reduced;
  private final List<Assortment.Article> untaxed;

  public Shoppers(Assortment assortment, long seed) {
    this.random = new Random(seed);
    this.standard = assortment.ofRate("19");
    this.reduced = assortment.ofRate("7");
    this.untaxed = assortment.ofRate("0");
  }

  /**
   * A cart about to be ordered.
   *
   * @param who in words, without a name
   * @param prepaid pays only after ordering
   */
  public record Cart(String who, boolean prepaid, ObjectNode request, Map<String, Integer> units) {}

  /** Articles everybody wants, so that selling and counting meet. */
  public List<Assortment.Article> popular() {
    return standard.subList(0, POPULAR);
  }

  /** The next cart, with a buyer of its own. */
  public Cart next() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> cart("a guest who orders again and again", guest("stammgast@kunde.example"));
      case 2, 3 -> cart("a guest", guest("gast" + random.nextInt(1000) + "@kunde.example"));
      case 4 -> cart("a company, net prices", company());
      case 5 -> cart("a company in Austria, tax free", foreignCompany());
      case 6 -> cart("a buyer in France", foreign("FR", "francoise.lefevre@client.example", true));
      default -> cart("a buyer in Switzerland", foreign("CH", "urs@kunde.example", false));
    };
  }

  private Cart cart(String who, ObjectNode request) {
    boolean european = who.contains("France");
    Map<String, Integer> units = lines(request.putArray("lines"), european);
    if (random.nextInt(3) == 0) {
      request.putArray("promotions").add(PERCENT.get(random.nextInt(PERCENT.size())));
    }
    String method =
        List.of("payment_invoicepayment", "payment_cashpayment", "payment_prepayment")
            .get(random.nextInt(3));
    request.put("paymentMethod", method);
    request.put(
        "shippingMethod", random.nextInt(4) == 0 ? "shipping_express" : "shipping_standard");
    return new Cart(who, method.equals("payment_prepayment"), request, units);
  }

  /** Abroad only standard-rated articles: which foreign rate a reduced one has is another story. */
  private Map<String, Integer> lines(ArrayNode lines, boolean standardOnly) {
    Map<String, Integer> units = new LinkedHashMap<>();
    units.put(pick(popular()).sku(), 1 + random.nextInt(MOST_UNITS));
    for (int i = random.nextInt(3); i > 0; i--) {
      units.putIfAbsent(pick(standard).sku(), 1 + random.nextInt(MOST_UNITS));
    }
    if (!standardOnly && random.nextBoolean()) {
      units.putIfAbsent(pick(reduced).sku(), 1 + random.nextInt(MOST_UNITS));
    }
    if (!standardOnly && random.nextInt(5) == 0) {
      units.putIfAbsent(pick(untaxed).sku(), 1);
    }
    units.forEach(
        (sku, quantity) ->
            lines.addObject().put("productNumber", sku).put("quantity", (int) quantity));
    return units;
  }

  private Assortment.Article pick(List<Assortment.Article> articles) {
    return articles.get(random.nextInt(articles.size()));
  }

  private static ObjectNode guest(String email) {
    ObjectNode request = person("Jörg", "Müller-Weiß", email, true);
    address(request, "DE", "Königstraße 7", "70173", "Stuttgart");
    return request;
  }

  private static ObjectNode company() {
    ObjectNode request = person("Änne", "Großkopf", "einkauf@berghuette.example", false);
    business(request, "Berghütte Gastro GmbH & Co. KG", "DE811234567");
    address(request, "DE", "Am Bärenschlößle 1", "87561", "Oberstdorf");
    return request;
  }

  private static ObjectNode foreignCompany() {
    ObjectNode request = person("Leopold", "Gänswein", "l.gaenswein@firma-at.example", false);
    business(request, "Alpinsport Gänswein Ges.m.b.H.", "ATU13585627");
    address(request, "AT", "Mariahilfer Straße 88A", "1070", "Wien");
    return request;
  }

  private static ObjectNode foreign(String country, String email, boolean guest) {
    boolean swiss = country.equals("CH");
    ObjectNode request =
        person(swiss ? "Urs" : "Françoise", swiss ? "Bünzli" : "Lefèvre", email, guest);
    address(
        request,
        country,
        swiss ? "Bahnhofstrasse 10" : "12 rue de l’Église",
        swiss ? "8001" : "67000",
        swiss ? "Zürich" : "Strasbourg");
    return request;
  }

  private static ObjectNode person(String first, String last, String email, boolean guest) {
    ObjectNode request = ModelJson.mapper().createObjectNode();
    request
        .putObject("customer")
        .put("firstName", first)
        .put("lastName", last)
        .put("email", email)
        .put("guest", guest);
    return request;
  }

  private static void business(ObjectNode request, String company, String vatId) {
    ObjectNode customer = (ObjectNode) request.path("customer");
    customer.put("group", "b2b").put("company", company).putArray("vatIds").add(vatId);
  }

  private static void address(
      ObjectNode request, String country, String street, String code, String city) {
    request
        .putObject("billing")
        .put("country", country)
        .put("street", street)
        .put("zipcode", code)
        .put("city", city);
  }
}
