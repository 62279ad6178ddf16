package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.kit.refunds.Creditable;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.Refund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The posted invoice that a refund is credited against, or why there is none. */
final class RefundedInvoice {

  private static final String TOTAL = "totalAmountIncludingTax";

  private static final OrderInvoice.Wording WORDS =
      new OrderInvoice.Wording(
          "refund",
          "credit memo",
          "the refund is credited as soon as it is. If its goods are not to be delivered, cancel or"
              + " reduce the order in the shop",
          "there is nothing to credit",
          "which credited all of it");

  private final Company company;
  private final OrderInvoice invoices;
  private final CreditMemos memos;
  private final String referenceField;

  RefundedInvoice(Configuration configuration, Company company) {
    this.company = company;
    this.invoices = new OrderInvoice(company, WORDS);
    this.memos = new CreditMemos(configuration, company);
    this.referenceField = configuration.referenceField();
  }

  /**
   * @param orderId of the order in Business Central, open or gone
   * @throws FaultException {@link Fault.Missing} until the order is invoiced; {@link Fault.Invalid}
   *     if a person must decide
   */
  JsonNode of(String orderId, OrderRefund refund) {
    return invoices.of(orderId, refund.order().number(), invoice -> problem(invoice, refund));
  }

  /** Never more than what is left of the invoice, nor more than what the shop keeps less of. */
  private String problem(JsonNode invoice, OrderRefund refund) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    ODataQuery query = ODataQuery.of(OrderParts.CREDIT_MEMOS);
    wanted.addAll(
        Wanted.byTexts(
            query,
            "invoiceNumber",
            new TreeSet<>(List.of(Json.text(invoice, "number", ""))),
            rows -> rows.forEach(row -> found.put(Json.text(row, "id", ""), row))));
    String reference = Json.text(invoice, referenceField, "");
    if (!reference.isEmpty()) {
      wanted.addAll(
          CreditMemos.ofRefunds(
              memos.field(), List.of(reference), row -> found.put(Json.text(row, "id", ""), row)));
    }
    Wanted.read(company, wanted);
    Map<String, JsonNode> others = new LinkedHashMap<>(found);
    String own = OrderRefund.reference(reference, refund.refund().id());
    others.values().removeIf(memo -> carries(memo, own));
    BigDecimal credited =
        others.values().stream()
            .map(memo -> Json.number(memo, TOTAL))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Predicate<Refund> already =
        each -> {
          String its = OrderRefund.reference(reference, each.id());
          return others.values().stream().anyMatch(memo -> carries(memo, its));
        };
    return new Creditable(refund, already).problem(Json.number(invoice, TOTAL), credited);
  }

  /** A code is kept in capitals. */
  private boolean carries(JsonNode memo, String reference) {
    return reference.equalsIgnoreCase(Json.text(memo, memos.field()));
  }
}
