package dev.kontor.connector.magento.twin;

import dev.kontor.model.ModelJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shared catalogues of the twin, as its administrators make and fill them. */
record TwinCatalogs(TwinShop shop) {

  private static final String ALL = "/rest/all/V1/sharedCatalog";

  /** A new custom one; its id. */
  int custom(String name) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putObject("sharedCatalog")
        .put("name", name)
        .put("description", "Of one company")
        .put("type", 0)
        .put("store_id", 0)
        .put("tax_class_id", 3);
    return shop.admin("POST", ALL, body).asInt();
  }

  /** Numbers of what is in it. */
  List<String> products(int id) {
    return shop.admin("GET", ALL + "/" + id + "/products", null)
        .valueStream()
        .map(JsonNode::asString)
        .sorted()
        .toList();
  }

  /** Ids of the companies that see it, as the shop lists them: JSON in a text. */
  String companies(int id) {
    return shop.admin("GET", ALL + "/" + id + "/companies", null).asString();
  }

  /** By somebody else. */
  void takeOut(int id, String sku) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putArray("products").addObject().put("sku", sku);
    shop.admin("POST", ALL + "/" + id + "/unassignProducts", body);
  }

  /** Calls so far that assign products to any. */
  long assigned() {
    return shop.calls("POST", ALL + "/{id}/assignProducts");
  }

  /** Calls so far that read what is in any, whoever made them. */
  long read() {
    return shop.calls("GET", ALL + "/{id}/products");
  }
}
