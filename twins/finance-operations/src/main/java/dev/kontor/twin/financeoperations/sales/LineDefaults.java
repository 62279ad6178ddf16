package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.master.Articles;
import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Reference;
import dev.kontor.twin.financeoperations.stock.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a sales line takes from its order and article, and what it must have. */
final class LineDefaults {
  /** Line's field ← header's field. */
  private static final Map<String, String> FROM_ORDER =
      Map.of(
          "ShippingSiteId", "DefaultShippingSiteId",
          "ShippingWarehouseId", "DefaultShippingWarehouseId",
          "DeliveryModeCode", "DeliveryModeCode",
          "SalesTaxGroupCode", "SalesTaxGroupCode",
          "RequestedShippingDate", "RequestedShippingDate",
          "RequestedReceiptDate", "RequestedReceiptDate",
          "InventoryReservationMethod", "InventoryReservationMethod");

  /** Line's field ← product's field. */
  private static final Map<String, String> FROM_PRODUCT =
      Map.of(
          "SalesUnitSymbol", "SalesUnitSymbol",
          "SalesTaxItemGroupCode", "SalesSalesTaxItemGroupCode",
          "LineDescription", "ProductSearchName");

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("ShippingSiteId", "OperationalSites", "Sites"),
          new Reference("ShippingWarehouseId", "Warehouses", "Warehouses"),
          new Reference("DeliveryModeCode", "DeliveryModesV2", "Modes of delivery"));

  private final Erp erp;
  private final Units units;

  LineDefaults(Erp erp) {
    this.erp = erp;
    this.units = new Units(erp.records());
  }

  void fill(ObjectNode row, ObjectNode sent, ObjectNode order) {
    ObjectNode product = product(row);
    row.set("ItemNumber", product.path("ItemNumber"));
    row.set("SalesOrderNumber", order.path("SalesOrderNumber"));
    row.set("CurrencyCode", order.path("CurrencyCode"));
    // A warehouse of the line's own brings its own site.
    boolean ownPlace = !text(sent, "ShippingWarehouseId").isEmpty();
    FROM_ORDER.forEach(
        (to, from) -> {
          if (!ownPlace || !to.equals("ShippingSiteId")) {
            fill(row, sent, to, order.path(from));
          }
        });
    FROM_PRODUCT.forEach((to, from) -> fill(row, sent, to, product.path(from)));
    fill(row, sent, "CalculateLineAmount", StringNode.valueOf("Yes"));
    count(row, sent, order);
    check(row);
    sellable(row, product);
  }

  /** A line that is there already stays when its article is blocked. */
  private void sellable(ObjectNode row, ObjectNode product) {
    String company = text(row, "dataAreaId");
    Stream.concat(
            Stream.of(product),
            erp
                .records()
                .where(company, "ReleasedProductVariantsV2", "ItemNumber", text(row, "ItemNumber"))
                .stream()
                .filter(v -> Place.dimensions(v).equals(Place.dimensions(row))))
        .filter(r -> Articles.isBlocked(erp, company, r))
        .findFirst()
        .ifPresent(
            r -> {
              throw Fault.logic(
                  Message.ITEM_BLOCKED,
                  text(row, "ItemNumber"),
                  text(r, "ProductLifecycleStateId"));
            });
  }

  private static void fill(ObjectNode row, ObjectNode sent, String field, JsonNode value) {
    if (text(sent, field).isEmpty()) {
      row.set(field, value);
    }
  }

  private void count(ObjectNode row, ObjectNode sent, ObjectNode order) {
    int last =
        erp.records()
            .highest(
                text(order, "dataAreaId"),
                LineRules.SOURCE,
                "SalesOrderNumber",
                text(order, "SalesOrderNumber"),
                "LineCreationSequenceNumber")
            .intValue();
    row.put("LineCreationSequenceNumber", last + 1);
    if (number(sent, "LineNumber").signum() == 0) {
      row.put("LineNumber", BigDecimal.valueOf(last + 1L));
    }
  }

  /** The article of a line; throws a Fault. */
  ObjectNode product(ObjectNode row) {
    String item = text(row, "ItemNumber");
    return erp.records()
        .find(text(row, "dataAreaId"), "products", item)
        .orElseThrow(() -> Reference.unknown(item, "ItemNumber", "Released products"));
  }

  /** Throws a Fault for what is missing or does not fit together. */
  void check(ObjectNode row) {
    ObjectNode product = product(row);
    Company company = erp.company(text(row, "dataAreaId"));
    variant(row, product);
    Reference.check(erp, company.id(), row, REFERENCES);
    Sites.complete(erp.records(), company.id(), row, "ShippingSiteId", "ShippingWarehouseId");
    dimension(row, "ShippingSiteId", "Site");
    dimension(row, "ShippingWarehouseId", "Warehouse");
    Reference.taxGroup(company, row, "SalesTaxGroupCode");
    String items = text(row, "SalesTaxItemGroupCode");
    if (!items.isEmpty() && !company.itemTaxGroups().containsKey(items)) {
      throw Reference.unknown(items, "SalesTaxItemGroupCode", "Item sales tax groups");
    }
    units.factor(product, text(row, "SalesUnitSymbol"), text(product, "SalesUnitSymbol"));
  }

  private static void dimension(ObjectNode row, String field, String name) {
    if (text(row, field).isEmpty()) {
      throw Fault.warned(Message.DIMENSION, name);
    }
  }

  /** A product master is sold by its variants only. */
  private void variant(ObjectNode row, ObjectNode product) {
    List<String> asked = Place.dimensions(row);
    boolean any = asked.stream().anyMatch(d -> !d.isEmpty());
    if (!text(product, "ProductSubType").equals("ProductMaster")) {
      if (any) {
        throw Fault.logic(Message.VARIANT, text(row, "ItemNumber"));
      }
      return;
    }
    List<ObjectNode> variants =
        erp.records()
            .where(
                text(row, "dataAreaId"),
                "ReleasedProductVariantsV2",
                "ItemNumber",
                text(product, "ItemNumber"));
    for (String dimension : Place.DIMENSIONS) {
      boolean used = variants.stream().anyMatch(v -> !text(v, dimension).isEmpty());
      if (used && text(row, dimension).isEmpty()) {
        throw Fault.warned(Message.DIMENSION, dimension.replaceAll("^Product|Id$", ""));
      }
    }
    if (variants.stream().noneMatch(v -> Place.dimensions(v).equals(asked))) {
      throw Fault.logic(Message.VARIANT, text(row, "ItemNumber"));
    }
  }
}
