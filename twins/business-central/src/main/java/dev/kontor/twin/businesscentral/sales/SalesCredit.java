package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.finance.CustomerLedger;
import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Credit memos: posting brings item lines back to stock and settles the invoice they name;
 * cancelling an invoice posts one over all of it (behaviours.md §8).
 */
public final class SalesCredit {
  private static final String INVOICES = "salesInvoices";
  private static final String INVOICE_LINES = "salesInvoiceLines";
  private static final String MEMOS = DocumentKind.CREDIT_MEMO.headers();
  private static final String MEMO_LINES = DocumentKind.CREDIT_MEMO.lines();
  private static final String ITEM = "Item";
  private static final long FIRST_MEMO = 104_000;

  private final Records records;

  public SalesCredit(Records records) {
    this.records = records;
  }

  /** Cancels a posted invoice; throws ODataFault when it is paid, even in part, or cancelled. */
  public void cancel(ObjectNode invoice) {
    String status = Records.text(invoice, "status");
    if (status.equals("Canceled")) {
      throw Faults.dialog("The invoice cannot be canceled because it has already been canceled.");
    }
    BigDecimal total = Records.number(invoice, "totalAmountIncludingTax");
    if (Records.number(invoice, "remainingAmount").compareTo(total) != 0) {
      throw Faults.dialog(
          "You cannot cancel this posted sales invoice because it is fully or partially paid. To reverse a paid sales invoice, you must manually create a sales credit memo.");
    }
    ObjectNode memo = draft(invoice, UnaryOperator.identity());
    post(Records.text(memo, "id"));
    mark(MEMOS, memo, "Corrective");
    mark(INVOICES, invoice, "Canceled");
    reopenOrder(invoice);
    records.commit();
  }

  private void mark(String set, ObjectNode row, String status) {
    records
        .byId(set, Records.text(row, "id"))
        .ifPresent(stored -> records.save(set, stored.put("status", status)));
  }

  // What is left of the order can be shipped and invoiced again.
  private void reopenOrder(ObjectNode invoice) {
    String orderId = Records.text(invoice, "orderId");
    if (records.byId(DocumentKind.ORDER.headers(), orderId).isEmpty()) {
      return;
    }
    SalesDocument order = SalesDocument.load(records, DocumentKind.ORDER, orderId);
    for (ObjectNode invoiced : lines(INVOICE_LINES, invoice)) {
      records
          .byId(DocumentKind.ORDER.lines(), Records.text(invoiced, "_line"))
          .ifPresent(line -> takeBack(order, line, Records.number(invoiced, "quantity")));
    }
    order.saveTotals();
  }

  private static void takeBack(SalesDocument order, ObjectNode line, BigDecimal quantity) {
    line.put("shippedQuantity", Records.number(line, "shippedQuantity").subtract(quantity))
        .put("invoicedQuantity", Records.number(line, "invoicedQuantity").subtract(quantity));
    Handling.rest(line);
    order.save(line);
  }

  /** A draft over all of a posted invoice, applied to it; throws ODataFault once it was paid. */
  public ObjectNode corrective(ObjectNode invoice) {
    BigDecimal remaining = Records.number(invoice, "remainingAmount");
    if (remaining.compareTo(Records.number(invoice, "totalAmountIncludingTax")) != 0) {
      throw Faults.dialog(
          remaining.signum() == 0
              ? "The invoice is closed. The corrective credit memo will not be applied to the invoice."
              : "The invoice is partially paid or credited. The corrective credit memo may not be fully closed by the invoice.");
    }
    return draft(invoice, UnaryOperator.identity());
  }

  /**
   * Posts a credit memo over parts {@code [{sequence, quantity, restock?}]} of an invoice; goods
   * that do not come back leave the stock as it is.
   */
  public void parts(ObjectNode invoice, JsonNode parts) {
    ObjectNode memo =
        draft(
            invoice,
            line -> {
              BigDecimal quantity = BigDecimal.ZERO;
              for (JsonNode part : parts) {
                if (part.path("sequence").equals(line.path("sequence"))) {
                  quantity = Records.number(part, "quantity");
                  line.put("_kept", !part.path("restock").asBoolean(true));
                }
              }
              return line.put("quantity", quantity);
            });
    post(Records.text(memo, "id"));
  }

  private ObjectNode draft(ObjectNode invoice, UnaryOperator<ObjectNode> change) {
    ObjectNode memo = shared(MEMOS, invoice);
    memo.put("number", CreditMemoRules.draftNumber(records))
        .put("creditMemoDate", records.today())
        .put("postingDate", records.today())
        .put("status", "Draft");
    if (Records.number(invoice, "remainingAmount").signum() != 0) {
      memo.set("invoiceId", invoice.path("id"));
      memo.set("invoiceNumber", invoice.path("number"));
    }
    records.save(MEMOS, memo);
    SalesDocument document =
        SalesDocument.load(records, DocumentKind.CREDIT_MEMO, Records.text(memo, "id"));
    for (ObjectNode line : lines(INVOICE_LINES, invoice)) {
      BigDecimal whole = Records.number(line, "quantity");
      ObjectNode changed = change.apply(line.deepCopy());
      boolean comment = whole.signum() == 0;
      if (comment || Records.number(changed, "quantity").signum() != 0) {
        copy(document, line, changed);
      }
    }
    BigDecimal discount =
        document.lines().stream()
            .map(line -> Records.number(line, "_invoiceDiscount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    document.header().put("_invoiceDiscount", discount);
    document.saveTotals();
    return document.header();
  }

  private void copy(SalesDocument document, ObjectNode line, ObjectNode changed) {
    ObjectNode row = shared(MEMO_LINES, changed);
    row.set("documentId", document.header().path("id"));
    Line part =
        Posting.posted(
                List.of(LineAmounts.read(line)),
                List.of(Records.number(changed, "quantity")),
                document.terms())
            .getFirst();
    row.put("discountAmount", part.discount());
    ShownAmounts.write(row, part, document.terms());
    document.save(row);
  }

  private List<ObjectNode> lines(String set, ObjectNode document) {
    return records.matching(set, "documentId", Records.text(document, "id"));
  }

  /** Posts a draft, which keeps its id and gets the number of a posted document. */
  public void post(String memoId) {
    SalesDocument document = SalesDocument.load(records, DocumentKind.CREDIT_MEMO, memoId);
    document.requireUnposted();
    ObjectNode memo = document.header();
    if (document.lines().isEmpty()) {
      throw Faults.dialog("Please add at least one line item to the credit memo.");
    }
    checkInvoice(memo);
    document.release();
    List<Line> amounts = document.lines().stream().map(LineAmounts::read).toList();
    if (Posting.net(amounts).signum() < 0 && Posting.gross(amounts).signum() < 0) {
      throw Faults.dialog("The total amount for the credit memo must be 0 or greater.");
    }
    document.saveTotals();
    memo.put("number", records.nextNumber("creditMemo", "", FIRST_MEMO));
    memo.put("_posted", true);
    document.lines().forEach(line -> restock(memo, line));
    records.save(MEMOS, memo.put("status", "Open"));
    CustomerLedger ledger = new CustomerLedger(records);
    ledger.creditMemo(memo);
    if (ledger.isSettled("Credit_Memo", Records.text(memo, "number"))) {
      records.save(MEMOS, memo.put("status", "Paid"));
    }
    records.commit();
  }

  /**
   * Applies-to needs an open entry of the same customer: posting finds none of an invoice that is
   * closed (Gen. Jnl.-Post Line, PrepareTempCustLedgEntry).
   */
  private void checkInvoice(ObjectNode memo) {
    String number = Records.text(memo, "invoiceNumber");
    records
        .by(INVOICES, "number", number)
        .filter(invoice -> Records.number(invoice, "remainingAmount").signum() == 0)
        .ifPresent(
            invoice -> {
              throw Faults.noRecord(
                  "Cust. Ledger Entry", "Document No.='" + number + "',Open='Yes'");
            });
    records
        .by(INVOICES, "number", number)
        .filter(
            invoice ->
                !invoice.path("billToCustomerNumber").equals(memo.path("billToCustomerNumber")))
        .ifPresent(
            invoice -> {
              throw Faults.testField(
                  "Customer No. must be equal to '%s'  in Cust. Ledger Entry: Document No.=%s. Current value is '%s'."
                      .formatted(
                          Records.text(memo, "billToCustomerNumber"),
                          number,
                          Records.text(invoice, "billToCustomerNumber")));
            });
  }

  private void restock(ObjectNode memo, ObjectNode line) {
    if (Records.text(line, "lineType").equals(ITEM) && !line.path("_kept").asBoolean(false)) {
      new Stock(records).returned(line, memo, Records.number(line, "quantity"));
    }
  }

  /** Refuses what the ERP refuses; cancelling a corrective memo is not simulated. */
  void cancelMemo(ObjectNode memo) {
    if (!memo.path("_posted").asBoolean(false)) {
      throw Faults.dialog("The action can be applied to a posted credit memo only.");
    }
    if (Records.text(memo, "status").equals("Corrective")) {
      throw ODataFault.of(Problem.ACTION_UNKNOWN, "Corrective credit memos stay in this twin.");
    }
    throw Faults.dialog(
        "You cannot cancel this posted sales credit memo because it is not a corrective document.");
  }

  /** A fresh row with the values of all columns that both tables have, and the ERP's own. */
  private ObjectNode shared(String set, ObjectNode from) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    from.properties().stream()
        .filter(field -> row.has(field.getKey()) || field.getKey().startsWith("_"))
        .forEach(field -> row.set(field.getKey(), field.getValue()));
    return row.put("id", id);
  }
}
