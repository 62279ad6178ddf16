package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a document of Business Central changes. */
final class BenchChanges {

  private final TwinWorld world;
  private final BenchClerk clerk;
  private final boolean companion;

  BenchChanges(TwinWorld world, BenchClerk clerk) {
    this.world = world;
    this.clerk = clerk;
    this.companion = world.hasCompanion();
  }

  Map<String, Runnable> changes(EntityType type, TwinBench.Placed placed) {
    String id = placed.id();
    return switch (type) {
      case PRODUCT -> productChanges(placed);
      case PRICE -> priceChanges(placed.number());
      case ORDER_PROGRESS -> progressChanges(placed.number());
      case STOCK ->
          Map.of(
              "posting",
              () -> world.twin.moveStock(id, "OUTLET", BigDecimal.ONE),
              "demand",
              () -> {
                ObjectNode order = clerk.order();
                ((ObjectNode) order.at("/salesOrderLines/0")).put("itemId", world.id("items", id));
                world.call("POST", "salesOrders", order.toString());
              });
      case CUSTOMER ->
          Map.of("name", () -> clerk.patch("customers(" + id + ")", "displayName", "new"));
      case ORDER ->
          Map.of(
              "header",
              () -> clerk.patch("salesOrders(" + id + ")", "shipToCity", "Kiel"),
              "line",
              () -> {
                String lines = "salesOrders(" + id + ")/salesOrderLines";
                JsonNode line = world.call("GET", lines, "").at("/value/0");
                world.call(
                    "PATCH",
                    "salesOrderLines(" + BenchClerk.text(line, "id") + ")",
                    "{\"quantity\":3}");
              });
      case PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          Map.of();
    };
  }

  private Map<String, Runnable> productChanges(TwinBench.Placed placed) {
    String item = "items(" + placed.id() + ")";
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put("name", () -> clerk.patch(item, "displayName", "new " + clerk.next()));
    changes.put("blocked", () -> clerk.patch(item, "blocked", true));
    changes.put("variant added", () -> clerk.variant(placed));
    changes.put(
        "variant changed",
        () -> clerk.patch("itemVariants(" + clerk.variant(placed) + ")", "description", "Crimson"));
    changes.put("picture", () -> world.picture(item));
    if (companion) {
      changes.putAll(partsOfApp(placed.number()));
    }
    return changes;
  }

  /** Each touches a row of its own and never the item. */
  private Map<String, Runnable> partsOfApp(String number) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    String of = "{\"itemNumber\":\"" + number + "\",";
    changes.put(
        "translation",
        () ->
            clerk.setup(
                "itemTranslations",
                of + "\"languageCode\":\"ENU\",\"languageTag\":\"en-US\",\"description\":\"x\"}"));
    changes.put(
        "text",
        () ->
            clerk.setup(
                "itemTexts",
                of + "\"kind\":\"Marketing\",\"languageTag\":\"en-US\",\"text\":\"soft\"}"));
    changes.put(
        "attribute",
        () ->
            clerk.setup(
                "itemAttributeValues",
                of
                    + "\"attributeId\":1,\"attributeName\":\"Stuff\",\"valueId\":7,\"value\":\"Linen\"}"));
    changes.put(
        "attribute's translation",
        () -> {
          changes.get("attribute").run();
          clerk.setup(
              "itemAttributeTranslations",
              "{\"attributeId\":1,\"valueId\":7,\"languageCode\":\"DEU\",\"languageTag\":\"de-DE\","
                  + "\"name\":\"Leinen "
                  + clerk.next()
                  + "\"}");
        });
    changes.put(
        "bar code",
        () ->
            clerk.setup(
                "itemReferences",
                of + "\"referenceType\":\"Bar Code\",\"referenceNumber\":\"4006381333931\"}"));
    changes.put(
        "weight", () -> clerk.setup("itemUnitsOfMeasure", of + "\"code\":\"PCS\",\"weight\":0.5}"));
    changes.put(
        "category",
        () -> {
          clerk.setup("itemCategories", "{\"code\":\"TOPS\",\"displayName\":\"Tops\"}");
          clerk.setup("itemCategories", "{\"code\":\"TEES\",\"parentCode\":\"TOPS\"}");
          clerk.patch("items(" + world.id("items", number) + ")", "itemCategoryCode", "TEES");
        });
    changes.put(
        "name of the category above",
        () -> {
          changes.get("category").run();
          clerk.setup(
              "itemCategories",
              "{\"code\":\"TOPS\",\"displayName\":\"Tops " + clerk.next() + "\"}");
        });
    return changes;
  }

  private Map<String, Runnable> priceChanges(String number) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put(
        "card",
        () -> {
          clerk.tick();
          ObjectNode price = Json.object().put("unitPrice", new BigDecimal(100 + clerk.next()));
          world.call("PATCH", "items(" + world.id("items", number) + ")", price.toString());
        });
    if (companion) {
      String line = "{\"priceListCode\":\"" + number + "\",\"lineNumber\":1,";
      changes.put("line", () -> clerk.setup("priceListLines", line + cheap(number)));
    }
    return changes;
  }

  private String cheap(String number) {
    return "\"assetNumber\":\"" + number + "\",\"unitPrice\":" + (1 + clerk.next() % 90) + ".5}";
  }

  private Map<String, Runnable> progressChanges(String number) {
    String order = "orders/" + number + "/";
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put(
        "header",
        () ->
            clerk.patch(
                "salesOrders(" + world.id("salesOrders", number) + ")",
                "shipToCity",
                "Kiel " + clerk.next()));
    changes.put("released", () -> clerk.control(order + "release"));
    changes.put("shipped", () -> clerk.control(order + "ship"));
    changes.put("invoiced", () -> clerk.control(order + "shipAndInvoice"));
    changes.put(
        "credited",
        () -> {
          String invoices = "salesInvoices?$filter=orderNumber eq '" + number + "'";
          if (world.call("GET", invoices, "").path("value").isEmpty()) {
            clerk.control(order + "shipAndInvoice");
          }
          clerk.tick();
          world.twin.cancelInvoice(
              world.call("GET", invoices, "").at("/value/0/number").asString(""));
        });
    return changes;
  }

  void touch(EntityType type, TwinBench.Placed placed) {
    switch (type) {
      case PRODUCT, PRICE ->
          clerk.patch("items(" + world.id("items", placed.number()) + ")", "displayName", "new");
      case STOCK -> world.twin.moveStock(placed.id(), "MAIN", BigDecimal.ONE);
      case ORDER, ORDER_PROGRESS ->
          clerk.patch(
              "salesOrders(" + world.id("salesOrders", placed.number()) + ")", "shipToCity", "Ulm");
      case CUSTOMER,
          PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          changes(type, placed).values().forEach(Runnable::run);
    }
  }
}
