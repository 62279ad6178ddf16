package dev.kontor.proof.story;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An open shop that gives money back. */
abstract class RefundingShop extends OpenShop {

  RefundingShop() {
    super("refunds", "progress");
  }

  /** Two pieces, in the ERP. */
  final JsonNode paid(String email) {
    JsonNode order = transferred(email, 2);
    merchant.change(order, "pay", null);
    return order;
  }

  final void invoice(JsonNode order) {
    merchant.erp().shipAndInvoice(merchant.truth().erpNumber(order));
  }

  static ObjectNode amount(String amount) {
    return Json.object().put("amount", amount);
  }

  final void awaitRefund(JsonNode order, String state) {
    merchant.await(
        Await.PATIENCE, "refund " + state, () -> merchant.isIn(order, "refunded:", state));
  }

  /** Gross of the credit memos of an order's refunds. */
  final List<BigDecimal> memos(JsonNode order) {
    return merchant
        .erp()
        .truth("creditMemos")
        .path("creditMemos")
        .valueStream()
        .filter(
            m -> m.path("externalDocumentNumber").asString("").startsWith(Truth.reference(order)))
        .map(m -> m.path("totalAmountIncludingTax").decimalValue().setScale(2))
        .toList();
  }
}
