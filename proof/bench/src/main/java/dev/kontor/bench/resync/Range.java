package dev.kontor.bench.resync;

import dev.kontor.bench.twins.Systems;
import dev.kontor.model.ModelJson;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The articles of the benchmark. Some have a bar code that an article made in the shop has already;
 * a few meet a deadlock of the shop's database when they are first saved.
 *
 * @param failing articles with such a bar code, spread evenly
 * @param locked articles that meet a deadlock
 */
record Range(Systems systems, int articles, int failing, int locked) {

  private static final String TAKEN = "4006381333931";
  private static final int CHUNK = 5_000;
  private static final int PLENTY = 1_000_000;
  static final String SOLD = "SOLD-1";

  private static String sku(int index) {
    return String.format(Locale.ROOT, "SKU-%07d", index);
  }

  private static String name(int index) {
    return "Article " + index;
  }

  /** What the shop and the ERP have before: the article people order, and the one in the way. */
  void prepare() {
    ObjectNode attribute = ModelJson.mapper().createObjectNode();
    attribute.put("code", "ean").put("label", "EAN").put("unique", true);
    systems.shop().post("/_twin/shop/attributes", attribute);
    ArrayNode products = ModelJson.mapper().createArrayNode();
    products
        .addObject()
        .put("sku", SOLD)
        .put("name", "Sold")
        .put("price", 10)
        .putObject("sources")
        .put("lager-nord", PLENTY);
    ObjectNode other = products.addObject();
    other.put("sku", "WEB-1").put("name", "Only here").put("price", 10);
    other.putObject("attributes").put("ean", TAKEN);
    systems.shop().post("/_twin/shop/products", products);
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    item(setup.putArray("items"), SOLD, "Sold").putObject("stock").put("MAIN", PLENTY);
    systems.erp().post("/_twin/setup", setup);
  }

  private static ObjectNode item(ArrayNode items, String number, String name) {
    return items
        .addObject()
        .put("number", number)
        .put("displayName", name)
        .put("unitPrice", "12.50")
        .put("vatProductGroup", "VAT19");
  }

  /** Enters all articles in the ERP. */
  void enter() {
    locks();
    for (int from = 0; from < articles; from += CHUNK) {
      ObjectNode setup = ModelJson.mapper().createObjectNode();
      ArrayNode items = setup.putArray("items");
      for (int i = from; i < Math.min(articles, from + CHUNK); i++) {
        ObjectNode item = item(items, sku(i), name(i));
        if (isFailing(i)) {
          item.put("gtin", TAKEN);
        }
      }
      systems.erp().post("/_twin/setup", setup);
    }
  }

  private void locks() {
    for (int i = 0; i < locked; i++) {
      ObjectNode lock = ModelJson.mapper().createObjectNode();
      lock.put("sku", sku(1 + i * (articles / locked))).put("times", 1);
      systems.shop().post("/_twin/shop/locks", lock);
    }
  }

  private boolean isFailing(int index) {
    return index % (articles / failing) == 0 && index / (articles / failing) < failing;
  }

  Set<String> planted() {
    Set<String> planted = new TreeSet<>();
    for (int i = 0; i < articles; i++) {
      if (isFailing(i)) {
        planted.add(sku(i));
      }
    }
    return planted;
  }

  /** How many articles the ERP has, with the one people order and those it came with. */
  int all() {
    return systems.erp().get("/_twin/truth/items").path("items").size();
  }

  /** Articles that are not in the shop as the ERP has them, planted ones left out. */
  long missing() {
    JsonNode there = systems.shop().get("/_twin/truth/products");
    long missing = 0;
    for (int i = 0; i < articles; i++) {
      JsonNode product = there.path(sku(i));
      boolean right =
          product.path("name").asString("").equals(name(i))
              && product.path("price").asString("").equals("12.5");
      missing += isFailing(i) == right ? 1 : 0;
    }
    return missing;
  }

  /**
   * Planted ones that are told, each with its own reason.
   *
   * @param dead reasons by the ERP's id
   */
  long told(Map<String, String> dead) {
    Map<String, String> others = new TreeMap<>();
    for (JsonNode item : systems.erp().get("/_twin/truth/items").path("items")) {
      String reason = dead.get(item.path("id").asString());
      if (reason != null) {
        others.put(item.path("number").asString(), reason);
      }
    }
    long told =
        planted().stream()
            .map(others::remove)
            .filter(reason -> reason != null && reason.contains("\"EAN\" attribute isn't unique"))
            .count();
    others.forEach((sku, reason) -> System.out.printf("WRONG: %s %s%n", sku, reason));
    return others.isEmpty() ? told : -1;
  }
}
