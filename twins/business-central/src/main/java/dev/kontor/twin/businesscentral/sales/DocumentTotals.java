package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.totals.Line;
import dev.kontor.twin.businesscentral.totals.Posting;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Totals of a document, posted or not: plain sums of its lines (totals.md rule 8). */
final class DocumentTotals {
  private DocumentTotals() {}

  static void write(ObjectNode header, List<Line> lines) {
    BigDecimal net = Posting.net(lines);
    BigDecimal gross = Posting.gross(lines);
    header
        .put("discountAmount", Posting.invoiceDiscount(lines))
        .put("totalAmountExcludingTax", net)
        .put("totalTaxAmount", gross.subtract(net))
        .put("totalAmountIncludingTax", gross);
  }
}
