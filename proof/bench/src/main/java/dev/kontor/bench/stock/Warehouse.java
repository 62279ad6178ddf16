package dev.kontor.bench.stock;

import dev.kontor.bench.twins.Twin;
import dev.kontor.model.ModelJson;
import java.util.Locale;
import java.util.function.IntConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The articles of the benchmark, in the shop and in the ERP. */
record Warehouse(Twin shop, Twin erp, int skus) {

  private static final int CHUNK = 5_000;
  private static final String LOCATION = "MAIN";

  private static String sku(int index) {
    return String.format(Locale.ROOT, "SKU-%07d", index);
  }

  /** Enters every article, with stock in the ERP and none in the shop. */
  void fill() {
    for (int from = 0; from < skus; from += CHUNK) {
      int first = from;
      ArrayNode products = ModelJson.mapper().createArrayNode();
      ObjectNode setup = ModelJson.mapper().createObjectNode();
      ArrayNode items = setup.putArray("items");
      each(
          first,
          Math.min(skus, first + CHUNK),
          i -> {
            enter(products.addObject(), i);
            book(items.addObject(), i);
          });
      shop.post("/_twin/shop/products", products);
      erp.post("/_twin/setup", setup);
    }
  }

  private static void enter(ObjectNode product, int index) {
    product
        .put("productNumber", sku(index))
        .put("name", "Article " + index)
        .put("gross", "10.00")
        .put("taxRate", "19")
        .put("stock", 0);
  }

  private static void book(ObjectNode item, int index) {
    item.put("number", sku(index)).put("displayName", "Article " + index);
    item.put("vatProductGroup", "VAT19").putObject("stock").put(LOCATION, 1 + index % 900);
  }

  /** Books one piece more of every so-manieth article, all in one posting. */
  void count(int every) {
    ArrayNode journal = ModelJson.mapper().createArrayNode();
    for (int i = 0; i < skus; i += every) {
      journal
          .addObject()
          .put("itemNumber", sku(i))
          .put("locationCode", LOCATION)
          .put("quantity", 1);
    }
    erp.post("/_twin/stock", journal);
  }

  /** Articles of which the shop shows something else than lies in the ERP's locations. */
  long differing() {
    return Difference.between(
        shop.get("/_twin/truth/stock"), erp.get("/_twin/truth/stock").path("stock"));
  }

  private static void each(int from, int to, IntConsumer work) {
    for (int i = from; i < to; i++) {
      work.accept(i);
    }
  }
}
