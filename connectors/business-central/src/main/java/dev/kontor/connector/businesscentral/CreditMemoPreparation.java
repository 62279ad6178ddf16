package dev.kontor.connector.businesscentral;

import dev.kontor.kit.Faults;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped credit memo: finds the invoice it belongs to, items, accounts and VAT, and
 * predicts that its gross will be what the shop gave back.
 */
final class CreditMemoPreparation {

  static final String LINES = "salesCreditMemoLines";

  /** Gross that Business Central must show for the draft; not sent. */
  static final String GROSS = "expectedGross";

  private static final BigDecimal SMALLEST = new BigDecimal("0.01");

  private final Configuration configuration;
  private final Company company;
  private final DocumentFacts facts;
  private final EntryTerms terms;
  private final LineResolution resolution;
  private final TotalsAgreement agreement;
  private final RefundedInvoices invoices;

  CreditMemoPreparation(
      Configuration configuration,
      Company company,
      MasterData masterData,
      Items items,
      OrderLocation location) {
    this.configuration = configuration;
    this.company = company;
    this.facts = new DocumentFacts(configuration, company, masterData);
    this.terms = new EntryTerms(configuration, company);
    this.resolution = new LineResolution(items, configuration.vat(), location);
    this.agreement = new TotalsAgreement(configuration);
    this.invoices = new RefundedInvoices(configuration, company);
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    try {
      return complete(mapped, ModelJson.mapper().treeToValue(model, OrderRefund.class));
    } catch (FaultException e) {
      if (Faults.isAboutDocument(e.fault())) {
        return new Prepared.Refused(e.fault());
      }
      throw e;
    }
  }

  private Prepared complete(JsonNode mapped, OrderRefund refund) {
    List<JsonNode> posted = invoices.of(Json.text(mapped, "orderId", ""), refund);
    Order credited = CreditedOrder.of(refund, RefundRules.of(configuration.json()));
    ObjectNode header = facts.header(mapped, OrderParts.CREDIT_MEMOS, LINES);
    header.remove("orderId");
    Debtor debtor = facts.debtor(header, refund.order());
    Set<String> accounts =
        DocumentFacts.linesOnItems(credited, CreditLines.settings(configuration.json()));
    List<PreparedLine> lines =
        new ArrayList<>(
            resolution.resolve(
                mapped.path(LINES), debtor.taxArea(), refund.order().channel(), accounts));
    List<String> notes = new ArrayList<>();
    Texts.fit(OrderParts.CREDIT_MEMOS, header, company.model(), notes);
    Fault difference =
        agreement.reach(credited, debtor, facts.precision(credited), lines, notes).orElse(null);
    if (difference != null) {
      return new Prepared.Refused(difference);
    }
    apply(header, posted, credited.total().gross(), notes);
    header.put(GROSS, credited.total().gross().toPlainString());
    terms.dimensions(header, refund.order());
    ArrayNode array = header.putArray(LINES);
    lines.forEach(line -> array.add(facts.supported(line, LINES)));
    return new Prepared.Ready(header, notes);
  }

  /**
   * To the only invoice; of several to the only one that has so much open. An application to one
   * that is paid already could not be posted.
   */
  private static void apply(
      ObjectNode header, List<JsonNode> posted, BigDecimal gross, List<String> notes) {
    BigDecimal least = posted.size() == 1 ? SMALLEST : gross;
    List<JsonNode> open =
        posted.stream()
            .filter(invoice -> Json.number(invoice, "remainingAmount").compareTo(least) >= 0)
            .toList();
    if (open.size() == 1) {
      header.put("invoiceId", Json.text(open.getFirst(), "id", ""));
    } else {
      notes.add(
          posted.size() == 1
              ? "invoice "
                  + OrderInvoices.numbers(posted)
                  + " is paid, so the credit memo names it by its reference only"
              : "the order has "
                  + posted.size()
                  + " invoices ("
                  + OrderInvoices.numbers(posted)
                  + "), so the credit memo names them by its reference only");
    }
  }
}
