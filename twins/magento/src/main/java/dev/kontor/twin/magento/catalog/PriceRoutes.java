package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices in bulk: the answer lists what did not hold (magento/contract.md §6). */
public final class PriceRoutes {
  private static final Set<String> UNPRICED = Set.of("configurable", "grouped");
  private static final String PREFIX = "catalog-data-";

  private final Tables tables;
  private final TierPrices tiers;
  private final SpecialPrices specials;

  public PriceRoutes(Tables tables) {
    this.tables = tables;
    this.tiers = new TierPrices(tables);
    this.specials = new SpecialPrices(tables);
  }

  public void into(Routes routes) {
    Param base = Param.required("prices", PREFIX + "base-price-interface[]");
    Param special = Param.required("prices", PREFIX + "special-price-interface[]");
    Param tier = Param.required("prices", PREFIX + "tier-price-interface[]");
    Param skus = Param.required("skus", "string[]");
    routes
        .on("POST /V1/products/base-prices", this::base, base)
        .on("POST /V1/products/special-price", r -> specials.store(r.param("prices")), special)
        .on(
            "POST /V1/products/special-price-information",
            r -> specials.information(r.param("skus")),
            skus)
        .on(
            "POST /V1/products/special-price-delete",
            r -> specials.delete(r.param("prices")),
            special)
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
}
