package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  private static final int MOST_LINES = 5;
  private static final int MOST_UNITS = 6;

  private final Shop shop;
  private final Random random;
  private final List<String> numbers;

  RandomOrders(Shop shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
    this.numbers = sellable();
  }

  private List<String> sellable() {
    List<String> list = new ArrayList<>();
    for (ObjectNode product : shop.tables().all("product")) {
      boolean parent = product.path("childCount").asInt(0) > 0;
      if (!parent && !product.path("isCloseout").asBoolean(false)) {
        list.add(Values.required(product, "productNumber"));
      }
    }
    return list;
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
    lines(request.putArray("lines"));
    if (random.nextInt(4) == 0) {
      request.putArray("promotions").add(pick(CODES));
    }
    request.put(
        "shippingMethod", random.nextInt(4) == 0 ? "shipping_express" : "shipping_standard");
    request.put(
        "paymentMethod", random.nextBoolean() ? "payment_invoicepayment" : "payment_prepayment");
    return request;
  }

  private void lines(ArrayNode lines) {
    List<String> chosen = new ArrayList<>();
    for (int i = 1 + random.nextInt(MOST_LINES); i > 0; i--) {
      String number = pick(numbers);
      if (!chosen.contains(number)) {
        chosen.add(number);
        lines
            .addObject()
            .put("productNumber", number)
            .put("quantity", 1 + random.nextInt(MOST_UNITS));
      }
    }
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
