package dev.kontor.connector.businesscentral;

import dev.kontor.kit.CapturedAmount;
import dev.kontor.kit.Faults;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderPayment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped payment: the journal it goes to and the invoice it is applied to. It is held
 * where it would be more than the invoice asks, or where Business Central would take it for another
 * currency.
 */
final class PaymentPreparation {

  /** Where the line goes; not sent. */
  static final String JOURNAL = "journalId";

  private static final int COMMENT = 250;

  private static final OrderInvoices.Wording WORDS =
      new OrderInvoices.Wording(
          "payment",
          "payment",
          "the payment is entered as soon as it is",
          "there is nothing to pay. Give the money back or enter it by hand",
          "so the payment is applied to nothing. Give the money back or enter it by hand");

  private final MasterData masterData;
  private final DocumentFacts facts;
  private final OrderInvoices invoices;
  private final InvoiceOpen open;
  private final PaymentJournals journals;

  PaymentPreparation(
      Configuration configuration,
      Company company,
      MasterData masterData,
      PaymentJournals journals) {
    this.masterData = masterData;
    this.facts = new DocumentFacts(configuration, company, masterData);
    this.invoices = new OrderInvoices(company, WORDS);
    this.open = new InvoiceOpen(configuration, company, journals);
    this.journals = journals;
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    try {
      return complete(mapped, ModelJson.mapper().treeToValue(model, OrderPayment.class));
    } catch (FaultException e) {
      if (Faults.isAboutDocument(e.fault())) {
        return new Prepared.Refused(e.fault());
      }
      throw e;
    }
  }

  private Prepared complete(JsonNode mapped, OrderPayment paid) {
    BigDecimal amount = CapturedAmount.of(paid);
    local("order " + paid.order().number(), paid.order().currency());
    String journal = journals.of(paid.payment().method());
    JsonNode invoice =
        invoices.one(
            Json.text(mapped, "orderId", ""),
            paid.order().number(),
            row -> problem(row, paid, amount));
    List<String> notes = new ArrayList<>();
    ObjectNode line = facts.header(mapped, PaymentJournals.LINES, "");
    line.remove("orderId");
    cut(line, "description", Texts.DESCRIPTION);
    cut(line, "comment", COMMENT);
    line.put(JOURNAL, journal);
    line.put("customerNumber", Json.text(invoice, "billToCustomerNumber", ""));
    // Money that came in is a credit of the customer.
    line.put("amount", amount.negate());
    // An application to an invoice that is closed could not be posted.
    if (Json.number(invoice, "remainingAmount").signum() > 0) {
      line.put("appliesToInvoiceId", Json.text(invoice, "id", ""));
    } else {
      notes.add(
          "invoice "
              + Json.text(invoice, "number", "")
              + " is closed by what was credited, so the payment is applied to nothing; apply it by"
              + " hand to what is paid back");
    }
    return new Prepared.Ready(line, notes);
  }

  private String problem(JsonNode invoice, OrderPayment paid, BigDecimal amount) {
    InvoiceOpen.Found there = open.of(invoice, paid);
    local("customer " + Json.text(invoice, "billToCustomerNumber", ""), there.currency());
    return there.problem(amount);
  }

  private static void cut(ObjectNode line, String field, int length) {
    String text = Json.text(line, field);
    if (text != null) {
      line.put(field, Texts.cut(text, length));
    }
  }

  /** A journal line has the currency of its balancing account or customer, and shows none. */
  private void local(String whose, String currency) {
    String local = masterData.localCurrency();
    if (!currency.toUpperCase(Locale.ROOT).equals(local)) {
      throw new FaultException(
          new Fault.Unsupported(
              whose
                  + " is in "
                  + currency
                  + ", and API v2.0 cannot state the currency of a journal line, so only payments in "
                  + local
                  + " are entered; enter it by hand, then discard this message"));
    }
  }
}
