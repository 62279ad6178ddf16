package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices in bulk: the answer lists what did not hold (magento/contract.md §6). */
public final class PriceRoutes {
  private static final Set<String> UNPRICED = Set.of("configurable", "grouped");
  private static final String PREFIX = "catalog-data-";

  private final Tables tables;
  private final TierPrices tiers;

  public PriceRoutes(Tables tables) {
    this.tables = tables;
    this.tiers = new TierPrices(tables);
  }

  public void into(Routes routes) {
    Param base = Param.required("prices", PREFIX + "base-price-interface[]");
    Param special = Param.required("prices", PREFIX + "special-price-interface[]");
    Param tier = Param.required("prices", PREFIX + "tier-price-interface[]");
    Param skus = Param.required("skus", "string[]");
    routes
        .on("POST /V1/products/base-prices", this::base, base)
        .on("POST /V1/products/special-price", this::special, special)
        .on("POST /V1/products/special-price-information", this::specials, skus)
        .on("POST /V1/products/special-price-delete", this::endSpecial, special)
        .on("POST /V1/products/tier-prices", r -> tiers.store(r.param("prices"), false), tier)
        .on("PUT /V1/products/tier-prices", r -> tiers.store(r.param("prices"), true), tier)
        .on("POST /V1/products/tier-prices-delete", r -> tiers.delete(r.param("prices")), tier)
        .on(
            "POST /V1/products/tier-prices-information",
            r -> tiers.information(r.param("skus")),
            skus);
  }

  private Optional<ObjectNode> priced(JsonNode price, PriceFailures failures) {
    String sku = Row.text(price, "sku").strip();
    Optional<ObjectNode> product =
        tables
            .products()
            .named("sku", sku)
            .filter(p -> !UNPRICED.contains(Row.text(p, "type_id")))
            .filter(p -> !p.path("_bundle").path("dynamic").asBoolean(false));
    int before = failures.rows().size();
    if (product.isEmpty()) {
      failures.attribute("SKU", sku);
    }
    if (!price.path("price").isNumber() || Row.amount(price, "price").signum() < 0) {
      failures.attribute("Price", price.path("price").asString(""));
    }
    long store = Row.number(price, "store_id");
    if (store < 0 || store > 2) {
      failures.add(
          "Requested store is not found. Row ID: SKU = %SKU, Store ID: %storeId.",
          sku, String.valueOf(store));
    }
    return failures.rows().size() == before ? product : Optional.empty();
  }

  // Prices are global here, whatever the store.
  private JsonNode base(Request request) {
    PriceFailures failures = new PriceFailures();
    for (JsonNode price : request.param("prices")) {
      priced(price, failures)
          .ifPresent(
              p -> {
                Row.put(p, "price", Row.amount(price, "price"));
                p.put("updated_at", tables.now());
              });
    }
    return failures.rows();
  }

  private JsonNode special(Request request) {
    PriceFailures failures = new PriceFailures();
    for (JsonNode price : request.param("prices")) {
      int before = failures.rows().size();
      Optional<ObjectNode> product = priced(price, failures);
      date(price, "price_from", failures);
      date(price, "price_to", failures);
      if (failures.rows().size() == before) {
        product.ifPresent(p -> p.set("_special", price));
      }
    }
    return failures.rows();
  }

  private static void date(JsonNode price, String field, PriceFailures failures) {
    String date = Row.text(price, field);
    if (!date.isEmpty() && !date.matches("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?")) {
      failures.add(
          "Invalid attribute %label = %priceTo. Row ID: SKU = %SKU, Store ID: %storeId, Price From:"
              + " %priceFrom, Price To: %priceTo.",
          field.equals("price_to") ? "Price To" : "Price From",
          date,
          Row.text(price, "sku"),
          price.path("store_id").asString(""));
    }
  }

  private JsonNode specials(Request request) {
    ArrayNode found = Json.array();
    for (JsonNode sku : request.param("skus")) {
      ObjectNode product =
          tables.products().named("sku", sku.asString("")).orElseThrow(ProductRoutes::missing);
      product.optional("_special").ifPresent(found::add);
    }
    return found;
  }

  private JsonNode endSpecial(Request request) {
    for (JsonNode price : request.param("prices")) {
      tables.products().named("sku", Row.text(price, "sku")).ifPresent(p -> p.remove("_special"));
    }
    return Json.array();
  }
}
