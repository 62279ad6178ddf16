package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Made-up place-order requests; the same seed gives the same requests for the same catalogue. */
final class RandomOrders {
  private static final List<String> FIRST =
      List.of("Jörg", "Änne", "Zoë", "Björn", "Leopold", "Nuño", "Şebnem", "Łukasz");
  private static final List<String> LAST =
      List.of("Müller", "Großkopf", "Weiß", "Höfler", "O’Brien", "Çelik", "von der Heide");
  private static final List<String> CODES =
      List.of("SOMMER10", "MINUS15", "VERSANDFREI", "HERBST15", "VERSAND50");
  private static final String FIXED = "MINUS15";

  /** What it takes off, and room for advanced and net prices below the list's. */
  private static final BigDecimal FIXED_AMOUNT = BigDecimal.valueOf(30);

  private static final int MOST_LINES = 5;
  private static final int MOST_UNITS = 6;

  private final Shop shop;
  private final Random random;
  private final List<Article> articles;

  private record Article(String number, BigDecimal gross) {}

  RandomOrders(Shop shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
    this.articles = sellable();
  }

  private List<Article> sellable() {
    List<Article> list = new ArrayList<>();
    for (ObjectNode product : shop.tables().all("product")) {
      boolean parent = product.path("childCount").asInt(0) > 0;
      if (!parent && !product.path("isCloseout").asBoolean(false)) {
        list.add(new Article(Values.required(product, "productNumber"), gross(product)));
      }
    }
    return list;
  }

  private BigDecimal gross(ObjectNode product) {
    JsonNode own = product.path("price");
    return own.isArray()
        ? Values.decimal(own.path(0).get("gross"))
        : gross(shop.tables().get("product", Values.required(product, "parentId")));
  }

  ObjectNode next() {
    ObjectNode request = Json.object();
    boolean business = random.nextInt(5) == 0;
    String last = pick(LAST);
    ObjectNode customer =
        request
            .putObject("customer")
            .put("firstName", pick(FIRST))
            .put("lastName", last)
            .put("guest", random.nextInt(3) > 0);
    customer.put(
        "email", "k" + random.nextInt(500) + (business ? "@firma.example" : "@kunde.example"));
    if (business) {
      customer.put("group", "b2b").put("company", last + " GmbH & Co. KG").put("guest", false);
    }
    request
        .putObject("billing")
        .put("country", "DE")
        .put("street", "Königstraße " + (1 + random.nextInt(99)));
    BigDecimal goods = lines(request.putArray("lines"));
    if (random.nextInt(4) == 0) {
      String code = pick(CODES);
      // The shop leaves shipping untaxed where the goods cost nothing: a case for tests of its own.
      boolean leavesNothing = code.equals(FIXED) && goods.compareTo(FIXED_AMOUNT) <= 0;
      request.putArray("promotions").add(leavesNothing ? CODES.getFirst() : code);
    }
    request.put(
        "shippingMethod", random.nextInt(4) == 0 ? "shipping_express" : "shipping_standard");
    request.put(
        "paymentMethod", random.nextBoolean() ? "payment_invoicepayment" : "payment_prepayment");
    return request;
  }

  /** What the lines' goods cost by the price list, with tax. */
  private BigDecimal lines(ArrayNode lines) {
    List<Article> chosen = new ArrayList<>();
    BigDecimal goods = BigDecimal.ZERO;
    for (int i = 1 + random.nextInt(MOST_LINES); i > 0; i--) {
      Article article = pick(articles);
      if (!chosen.contains(article)) {
        chosen.add(article);
        int units = 1 + random.nextInt(MOST_UNITS);
        lines.addObject().put("productNumber", article.number()).put("quantity", units);
        goods = goods.add(article.gross().multiply(BigDecimal.valueOf(units)));
      }
    }
    return goods;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
