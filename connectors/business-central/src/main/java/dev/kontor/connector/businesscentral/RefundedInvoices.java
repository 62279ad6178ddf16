package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.Refund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The posted invoices that a refund is credited against, or why there are none. */
final class RefundedInvoices {

  private static final String TOTAL = "totalAmountIncludingTax";

  private static final OrderInvoices.Wording WORDS =
      new OrderInvoices.Wording(
          "refund",
          "credit memo",
          "the refund is credited as soon as it is. If its goods are not to be delivered, cancel or"
              + " reduce the order in the shop",
          "there is nothing to credit",
          "which credited all of it");

  private final Company company;
  private final OrderInvoices invoices;
  private final CreditMemos memos;
  private final String referenceField;

  RefundedInvoices(Configuration configuration, Company company) {
    this.company = company;
    this.invoices = new OrderInvoices(company, WORDS);
    this.memos = new CreditMemos(configuration, company);
    this.referenceField = configuration.referenceField();
  }

  /**
   * @param orderId of the order in Business Central, open or gone
   * @throws FaultException {@link Fault.Missing} until the order is invoiced; {@link Fault.Invalid}
   *     if a person must decide
   */
  List<JsonNode> of(String orderId, OrderRefund refund) {
    return invoices.all(orderId, refund.order().number(), posted -> problem(posted, refund));
  }

  /** Never more than what is left of the invoices, nor more than what the shop keeps less of. */
  private String problem(List<JsonNode> posted, OrderRefund refund) {
    Set<String> numbers = new TreeSet<>();
    BigDecimal invoiced = BigDecimal.ZERO;
    String reference = "";
    for (JsonNode invoice : posted) {
      numbers.add(Json.text(invoice, "number", ""));
      invoiced = invoiced.add(Json.number(invoice, TOTAL));
      reference = reference.isEmpty() ? Json.text(invoice, referenceField, "") : reference;
    }
    Collection<JsonNode> others = others(numbers, reference, refund);
    BigDecimal credited =
        others.stream()
            .map(memo -> Json.number(memo, TOTAL))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String order = reference;
    Predicate<Refund> already =
        each -> {
          String its = OrderRefund.reference(order, each.id());
          return others.stream().anyMatch(memo -> carries(memo, its));
        };
    return new Creditable(refund, already).problem(invoiced, credited);
  }

  /** Credit memos for these invoices or for other refunds of the order. */
  private Collection<JsonNode> others(Set<String> numbers, String reference, OrderRefund refund) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    List<Wanted> wanted =
        new ArrayList<>(
            Wanted.byTexts(
                ODataQuery.of(OrderParts.CREDIT_MEMOS),
                "invoiceNumber",
                numbers,
                rows -> rows.forEach(row -> found.put(Json.text(row, "id", ""), row))));
    if (!reference.isEmpty()) {
      wanted.addAll(
          CreditMemos.ofRefunds(
              memos.field(), List.of(reference), row -> found.put(Json.text(row, "id", ""), row)));
    }
    Wanted.read(company, wanted);
    String own = OrderRefund.reference(reference, refund.refund().id());
    found.values().removeIf(memo -> carries(memo, own));
    return found.values();
  }

  /** A code is kept in capitals. */
  private boolean carries(JsonNode memo, String reference) {
    return reference.equalsIgnoreCase(Json.text(memo, memos.field()));
  }
}
