package dev.kontor.bench.camel;

import dev.kontor.model.ModelJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop's order to the target's sales order by hand: what the hub's two mappings make. */
final class CamelMapping {

  private CamelMapping() {}

  static byte[] salesOrder(byte[] order) {
    return ModelJson.mapper().writeValueAsBytes(translate(ModelJson.parse(order)));
  }

  private static ObjectNode translate(JsonNode order) {
    ObjectNode sales = ModelJson.mapper().createObjectNode();
    JsonNode customer = order.path("customer");
    sales.set("externalDocumentNumber", order.path("number"));
    sales.set("customerNumber", customer.path("number"));
    sales.set("orderDate", order.path("placedAt"));
    sales.set("currencyCode", order.path("currency"));
    sales.put("pricesIncludeTax", order.path("prices").asString().equals("gross"));
    address(sales, "billTo", order.path("billing"));
    address(sales, "shipTo", order.path("shipping"));
    sales.set("email", customer.path("email"));
    sales.set("phoneNumber", customer.path("phone"));
    sales.set("shippingMethod", order.path("shippingMethod"));
    sales.set("paymentMethod", order.path("payment").path("method"));
    sales.set("comment", order.path("comment"));
    sales.put("totalIncludingTax", decimal(order.path("total").path("gross")));
    sales.put("totalTax", decimal(order.path("total").path("tax")));
    var lines = sales.putArray("salesOrderLines");
    order.path("lines").forEach(line -> lines.add(line(line)));
    return sales;
  }

  private static void address(ObjectNode sales, String prefix, JsonNode address) {
    sales.set(prefix + "FirstName", address.path("firstName"));
    sales.set(prefix + "LastName", address.path("lastName"));
    sales.set(prefix + "Address", address.path("street"));
    sales.set(prefix + "PostCode", address.path("zip"));
    sales.set(prefix + "City", address.path("city"));
    sales.set(prefix + "Country", address.path("country"));
  }

  private static ObjectNode line(JsonNode line) {
    ObjectNode sales = ModelJson.mapper().createObjectNode();
    sales.set("itemNumber", line.path("sku"));
    sales.set("description", line.path("name"));
    sales.put("quantity", decimal(line.path("quantity")));
    sales.put("unitPrice", decimal(line.path("unitPrice")));
    sales.put("amountIncludingTax", decimal(line.path("gross")));
    sales.put("taxAmount", decimal(line.path("tax")));
    return sales;
  }

  private static String decimal(JsonNode number) {
    return number.decimalValue().toPlainString();
  }
}
