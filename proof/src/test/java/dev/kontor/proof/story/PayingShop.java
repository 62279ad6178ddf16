package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An open shop whose payments are entered in the ERP. */
abstract class PayingShop extends OpenShop {

  static final String JOURNAL = "SHOP";

  PayingShop() {
    super("payments", "refunds", "progress");
  }

  final void invoice(JsonNode order) {
    merchant.erp().shipAndInvoice(merchant.truth().erpNumber(order));
  }

  final void pay(JsonNode order) {
    merchant.change(order, "pay", null);
  }

  final void pay(JsonNode order, String amount) {
    merchant.change(order, "pay", amount(amount));
  }

  static ObjectNode amount(String amount) {
    return Json.object().put("amount", amount);
  }

  static BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path("gross").asString());
  }

  final void await(JsonNode order, String event, String state) {
    merchant.await(Await.PATIENCE, event + " " + state, () -> merchant.isIn(order, event, state));
  }

  /** What was entered for an order, positive, in the journal and after it was posted. */
  final List<BigDecimal> entered(JsonNode order) {
    return rows(order, "paymentLines", "payments").stream()
        .map(row -> row.path("amount").decimalValue().negate().setScale(2))
        .toList();
  }

  final List<JsonNode> rows(JsonNode order, String... books) {
    return List.of(books).stream()
        .flatMap(book -> merchant.erp().truth(book).path(book).valueStream())
        .filter(
            row ->
                row.path("externalDocumentNumber")
                    .asString("")
                    .startsWith(Truth.reference(order) + "/"))
        .toList();
  }

  final JsonNode erpInvoice(JsonNode order) {
    return merchant.truth().erpInvoice(order);
  }
}
