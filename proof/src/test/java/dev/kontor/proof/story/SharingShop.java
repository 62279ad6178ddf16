package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Stories about customers that the shop and the ERP share. */
abstract class SharingShop extends OpenShop {

  SharingShop() {
    super("customers");
  }

  final String register(String email) {
    ObjectNode request =
        Json.object().put("email", email).put("firstName", "Anna").put("lastName", "von der Leyen");
    request
        .putObject("billing")
        .put("street", "Bergweg 3")
        .put("zipcode", "89073")
        .put("city", "Ulm")
        .put("country", "DE");
    Wire.post(merchant.shop().uri(), "/_twin/shop/customers", request);
    return merchant.truth().accounts().stream()
        .filter(account -> account.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  final void inShop(String account, String what, ObjectNode change) {
    Wire.post(merchant.shop().uri(), "/_twin/shop/customers/" + account + "/" + what, change);
  }

  final void inErp(ObjectNode customer) {
    ObjectNode setup = Json.object();
    setup.putArray("customers").add(customer);
    merchant.erp().setup(setup);
  }

  final JsonNode account(String id) {
    return merchant.truth().accounts().stream()
        .filter(account -> account.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static JsonNode address(JsonNode account) {
    return account.path("addresses").path(0);
  }

  final List<JsonNode> debtors(String email) {
    return merchant.truth().debtors().stream()
        .filter(debtor -> debtor.path("email").asString("").equals(email))
        .toList();
  }

  final JsonNode debtor(String email) {
    List<JsonNode> found = debtors(email);
    return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
  }

  final void awaitDebtor(String email, String field, String value) {
    merchant.await(
        Await.PATIENCE,
        field + " is " + value + ", now " + debtor(email),
        () -> debtor(email).path(field).asString("").equals(value));
  }

  final ObjectNode debtorOf(String email) {
    awaitDebtor(email, "email", email);
    return Json.object().put("number", debtor(email).path("number").asString());
  }

  final void rest() {
    merchant.hub().rest().await(Await.PATIENCE);
  }
}
