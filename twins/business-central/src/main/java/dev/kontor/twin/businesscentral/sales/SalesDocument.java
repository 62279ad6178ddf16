package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Entry;
import dev.kontor.twin.businesscentral.totals.InvoiceDiscount;
import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An open order: its header, its lines and the arithmetic over them. */
final class SalesDocument {
  static final String HEADERS = "salesOrders";
  static final String LINES = "salesOrderLines";

  private final Records records;
  private final ObjectNode header;

  private SalesDocument(Records records, ObjectNode header) {
    this.records = records;
    this.header = header;
  }

  /** Throws ODataFault when there is no such order. */
  static SalesDocument load(Records records, String id) {
    return new SalesDocument(
        records,
        records.byId(HEADERS, id).orElseThrow(() -> Faults.dialog("The order cannot be found.")));
  }

  ObjectNode header() {
    return header;
  }

  /** Lines in their sequence. */
  List<ObjectNode> lines() {
    List<ObjectNode> lines =
        new ArrayList<>(records.matching(LINES, "documentId", Records.text(header, "id")));
    lines.sort(Comparator.comparingInt(line -> line.path("sequence").asInt()));
    return lines;
  }

  Terms terms() {
    BigDecimal precision =
        records
            .byId("currencies", Records.text(header, "currencyId"))
            .map(currency -> Records.number(currency, "_precision"))
            .filter(p -> p.signum() > 0)
            .orElse(new BigDecimal("0.01"));
    boolean including = header.path("pricesIncludeTax").asBoolean();
    return new Terms(including, precision, RoundingMode.HALF_UP);
  }

  /** Draft orders may change; others were released by a person. */
  void requireDraft() {
    if (!Records.text(header, "status").equals("Draft")) {
      throw Faults.testField(
          "Status must be equal to 'Open' in Sales Header: Document Type=Order, No.=%s. Current value is 'Released'."
              .formatted(Records.text(header, "number")));
    }
  }

  /** Values the entered line beside the others and stores it (totals.md rule 7). */
  void enter(ObjectNode line) {
    List<Line> others =
        lines().stream()
            .filter(other -> !Records.text(other, "id").equals(Records.text(line, "id")))
            .map(LineAmounts::read)
            .toList();
    LineAmounts.write(line, Entry.entered(LineAmounts.read(line), others, terms()), terms());
    records.save(LINES, line);
    redistribute();
  }

  /** Spreads the header's invoice discount over the lines as they are now (rule 19). */
  void redistribute() {
    BigDecimal discount = Records.number(header, "_invoiceDiscount");
    boolean spread =
        lines().stream().anyMatch(line -> Records.number(line, "_invoiceDiscount").signum() != 0);
    if (discount.signum() != 0 || spread) {
      revalue(amounts -> InvoiceDiscount.amount(amounts, discount, terms()));
    }
    saveTotals();
  }

  /** Writes the header's discount and spreads it; throws ODataFault when it cannot be. */
  void discount(BigDecimal discount) {
    header.put("_invoiceDiscount", discount);
    redistribute();
  }

  /** VAT per row handed out to the lines, as release does (rule 20). */
  void release() {
    revalue(amounts -> Posting.released(amounts, terms()));
    header.put("status", "Open");
    saveTotals();
  }

  private void revalue(java.util.function.UnaryOperator<List<Line>> change) {
    List<ObjectNode> lines = lines();
    List<Line> amounts;
    try {
      amounts = change.apply(lines.stream().map(LineAmounts::read).toList());
    } catch (IllegalArgumentException e) {
      throw Faults.dialog(String.valueOf(e.getMessage()));
    }
    for (int i = 0; i < lines.size(); i++) {
      LineAmounts.write(lines.get(i), amounts.get(i), terms());
      records.save(LINES, lines.get(i));
    }
  }

  /** Document totals are plain sums of the stored lines (rule 8). */
  void saveTotals() {
    List<ObjectNode> lines = lines();
    List<Line> amounts = lines.stream().map(LineAmounts::read).toList();
    BigDecimal net = Posting.net(amounts);
    BigDecimal gross = Posting.gross(amounts);
    BigDecimal discount =
        amounts.stream().map(Line::invoiceDiscount).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean shipped =
        !lines.isEmpty()
            && lines.stream()
                .allMatch(
                    line ->
                        Records.number(line, "shippedQuantity")
                                .compareTo(Records.number(line, "quantity"))
                            >= 0);
    header
        .put("discountAmount", discount)
        .put("totalAmountExcludingTax", net)
        .put("totalTaxAmount", gross.subtract(net))
        .put("totalAmountIncludingTax", gross)
        .put("fullyShipped", shipped);
    records.save(HEADERS, header);
  }
}
