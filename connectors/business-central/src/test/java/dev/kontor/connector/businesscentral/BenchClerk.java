package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do at Business Central beside the connector, each a second after the other. */
final class BenchClerk {

  private final TwinWorld world;
  private int count;

  BenchClerk(TwinWorld world) {
    this.world = world;
  }

  /** A second passes. */
  void tick() {
    world.twinTime = world.twinTime.plusSeconds(1);
  }

  /** A number that nothing bears yet. */
  int next() {
    return ++count;
  }

  String item(String number) {
    ObjectNode setup = Json.object();
    setup
        .putArray("items")
        .addObject()
        .put("number", number)
        .put("displayName", number)
        .put("vatProductGroup", "VAT19")
        .put("type", "Inventory")
        .put("unitPrice", new BigDecimal("9.99"));
    world.twin.setup(setup);
    return world.id("items", number);
  }

  static ObjectNode customer(String name) {
    return Json.object().put("displayName", name).put("country", "DE");
  }

  ObjectNode order() {
    ObjectNode order = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    order
        .putArray("salesOrderLines")
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", 2)
        .put("unitPrice", new BigDecimal("59.50"));
    return order;
  }

  ObjectNode memo() {
    ObjectNode memo = Json.object().put("customerNumber", "WEB");
    memo.put(CreditMemoPreparation.GROSS, "119.00")
        .putArray(CreditMemoPreparation.LINES)
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", 2)
        .put("unitPrice", new BigDecimal("50"));
    return memo;
  }

  ObjectNode payment() {
    JsonNode journal = world.call("GET", PaymentJournals.JOURNALS, "").at("/value/0");
    return Json.object()
        .put(PaymentPreparation.JOURNAL, text(journal, "id"))
        .put("customerNumber", "WEB")
        .put("amount", new BigDecimal("-119.00"));
  }

  JsonNode invoices(String filter) {
    return world.call("GET", "salesInvoices?$filter=" + filter, "").path("value");
  }

  JsonNode shipments(String order) {
    String filter = "?$filter=orderNumber eq '" + order + "'";
    return world.call("GET", "salesShipments" + filter, "").path("value");
  }

  String variant(TwinBench.Placed item) {
    tick();
    ObjectNode variant = Json.object().put("itemNumber", item.number()).put("code", "V" + next());
    return text(
        world.call("POST", "itemVariants", variant.put("description", "Red").toString()), "id");
  }

  void setup(String section, String row) {
    tick();
    world.twin.setup(ModelJson.parse("{\"" + section + "\":[" + row + "]}"));
  }

  void control(String path) {
    tick();
    world.control(path, "{}");
  }

  void patch(String path, String field, boolean value) {
    tick();
    world.call("PATCH", path, Json.object().put(field, value).toString());
  }

  void patch(String path, String field, String value) {
    tick();
    world.call("PATCH", path, Json.object().put(field, value).toString());
  }

  static String text(JsonNode node, String name) {
    return Json.text(node, name, "");
  }
}
