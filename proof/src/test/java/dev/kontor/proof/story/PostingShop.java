package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An open shop whose orders are posted in the ERP by rule. */
abstract class PostingShop extends OpenShop {

  PostingShop(String... flows) {
    super(flows);
  }

  final void pay(JsonNode order) {
    merchant.change(order, "pay", null);
  }

  final void ship(JsonNode order) {
    merchant.change(order, "ship", null);
  }

  /** Two pieces, in the ERP. */
  final JsonNode paid(String email) {
    JsonNode order = transferred(email, 2);
    pay(order);
    return order;
  }

  final void await(JsonNode order, String event, String state) {
    merchant.await(Await.PATIENCE, event + " " + state, () -> merchant.isIn(order, event, state));
  }

  /** Left to a person, and nothing is on its way of the order that would have it tried again. */
  final void awaitHeld(JsonNode order, String event) {
    await(order, event, "dead");
    merchant.hub().rest().await(Await.PATIENCE);
    await(order, event, "dead");
  }

  /** Documents of an order in one of the ERP's books. */
  final List<JsonNode> posted(JsonNode order, String book) {
    return merchant
        .erp()
        .truth(book)
        .path(book)
        .valueStream()
        .filter(i -> i.path("orderNumber").asString().equals(merchant.truth().erpNumber(order)))
        .toList();
  }

  final List<BigDecimal> invoiced(JsonNode order) {
    return posted(order, "invoices").stream()
        .map(i -> i.path("totalAmountIncludingTax").decimalValue().setScale(2))
        .toList();
  }

  static BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path("gross").asString());
  }

  /** Whatever the action, its answers are lost. */
  final void loseAnswers(URI api, String path) {
    String company = api.getPath() + "/companies(" + merchant.erp().companyId();
    merchant
        .erp()
        .dials()
        .only(company + ")/" + path, "POST")
        .set("dropAnswerProbability", BigDecimal.ONE);
  }

  final void set(String setup, String value) {
    merchant.erp().setup(Json.object().put(setup, value));
  }
}
