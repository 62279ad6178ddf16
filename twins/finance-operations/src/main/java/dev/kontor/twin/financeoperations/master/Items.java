package dev.kontor.twin.financeoperations.master;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.financeoperations.stock.Stock;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Released products of a setup, with their variants and what lies in stock at the start. */
final class Items {
  static final String VARIANTS = "ReleasedProductVariantsV2";
  private static final String PRODUCT_VARIANTS = "ProductVariantsV2";
  private static final List<String> NESTED = List.of("variants", "stock");

  private final Erp erp;
  private final Stock stock;

  Items(Erp erp) {
    this.erp = erp;
    this.stock = new Stock(erp.records());
  }

  /** {@code stock} is what is added per warehouse. */
  void add(String company, JsonNode named) {
    ObjectNode product = Setup.row(erp, company, "products", plain(named));
    String item = text(product, "ItemNumber");
    moved(company, item, product, named.path("stock"));
    named.path("variants").forEach(variant -> variant(company, product, variant));
  }

  /** A variant of a master that is released in the company. */
  ObjectNode variant(String company, ObjectNode master, JsonNode named) {
    String item = text(master, "ItemNumber");
    ObjectNode row = plain(named).put("ProductMasterNumber", item).put("ItemNumber", item);
    if (!row.has("ProductName")) {
      row.put("ProductName", text(master, "ProductSearchName"));
    }
    ObjectNode released = Setup.row(erp, company, VARIANTS, row);
    shared(released);
    moved(company, item, released, named.path("stock"));
    return released;
  }

  /** The variant as all companies share it, whichever have it released. */
  private void shared(ObjectNode released) {
    ObjectNode row = Json.object();
    erp.records()
        .blank(Records.SHARED, PRODUCT_VARIANTS)
        .propertyNames()
        .forEach(field -> row.set(field, released.path(field)));
    Setup.row(erp, Records.SHARED, PRODUCT_VARIANTS, row);
  }

  private static ObjectNode plain(JsonNode named) {
    ObjectNode plain = (ObjectNode) named.deepCopy();
    plain.remove(NESTED);
    return plain;
  }

  private void moved(String company, String item, ObjectNode dimensions, JsonNode stocks) {
    stocks
        .properties()
        .forEach(
            s ->
                stock.move(
                    place(company, item, dimensions, s.getKey()),
                    new BigDecimal(s.getValue().asString())));
  }

  private Place place(String company, String item, ObjectNode dimensions, String warehouse) {
    ObjectNode row =
        erp.records()
            .find(company, "Warehouses", warehouse)
            .orElseThrow(() -> new IllegalArgumentException("No warehouse " + warehouse));
    return new Place(
        company, item, Place.dimensions(dimensions), text(row, "OperationalSiteId"), warehouse);
  }
}
