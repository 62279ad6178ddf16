package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** A shop with shared catalogues and companies. */
final class Trade implements AutoCloseable {
  final Shelf shelf = new Shelf(Options.demo().adobeCommerce());

  Trade() throws IOException {}

  /** Its id. */
  int catalogue(String name) {
    String body =
        "{'sharedCatalog':{'name':'%s','type':0,'store_id':0,'tax_class_id':3}}".formatted(name);
    return shelf.ok("POST", "sharedCatalog", body).asInt();
  }

  /** The id of a new company of a customer, in a customer group. */
  int company(int customer, int group) {
    String body =
        """
        {'company': {'company_name': 'K', 'company_email': 'e@k.example', 'street': ['A 1'],
         'city': 'Ulm', 'country_id': 'DE', 'postcode': '89073', 'telephone': '1', 'status': 1,
         'super_user_id': %d, 'customer_group_id': %d}}"""
            .formatted(customer, group);
    return shelf.ok("POST", "company/", body).path("id").asInt();
  }

  void assign(int catalogue, String... skus) {
    change(catalogue, "assignProducts", skus);
  }

  void unassign(int catalogue, String... skus) {
    change(catalogue, "unassignProducts", skus);
  }

  private void change(int catalogue, String action, String... skus) {
    String list = "{'sku':'" + String.join("'},{'sku':'", skus) + "'}";
    String path = "sharedCatalog/" + catalogue + "/" + action;
    assertThat(shelf.ok("POST", path, "{'products':[" + list + "]}").asBoolean()).isTrue();
  }

  void companies(int catalogue, String action, int company) {
    String path = "sharedCatalog/" + catalogue + "/" + action;
    shelf.ok("POST", path, "{'companies':[{'id':" + company + "}]}");
  }

  JsonNode truth(int catalogue) {
    return shelf
        .client
        .get("/_twin/truth/shared-catalogues")
        .json()
        .valueStream()
        .filter(c -> c.path("id").asInt() == catalogue)
        .findFirst()
        .orElseThrow();
  }

  /** A customer of the shop orders pieces. */
  Reply order(int customer, String sku, int pieces) {
    return shelf.client.post(
        "/_twin/shop/orders",
        "{\"customer\":{\"id\":%d},\"lines\":[{\"sku\":\"%s\",\"qty\":%d}]}"
            .formatted(customer, sku, pieces));
  }

  boolean sells(int customer, String sku) {
    Reply reply = order(customer, sku, 1);
    assertThat(reply.status()).as(reply.text()).isIn(201, 400);
    assertThat(reply.status() == 201 || reply.text().contains("is not in the shared catalogue"))
        .as(reply.text())
        .isTrue();
    return reply.status() == 201;
  }

  int group(int customer) {
    return shelf.get("customers/" + customer).path("group_id").asInt();
  }

  @Override
  public void close() {
    shelf.close();
  }
}
