package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.totals.Line;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Converts the lines when the header switches between net and gross prices, which is lossy. */
final class PricesIncludeTax {
  private final Records records;
  private final SalesDocument document;

  PricesIncludeTax(Records records, SalesDocument document) {
    this.records = records;
    this.document = document;
  }

  void convertLines() {
    boolean toGross = document.terms().pricesIncludeVat();
    for (ObjectNode line : document.lines()) {
      Line old = LineAmounts.read(line);
      BigDecimal percent = old.vat().salesPercent();
      BigDecimal price = PriceConversion.converted(old.unitPrice(), percent, toGross);
      BigDecimal discount = PriceConversion.converted(old.discount(), percent, toGross);
      LineEditor editor = new LineEditor(records, document, line);
      editor.apply("unitPrice", Records.decimal(price));
      editor.apply("discountAmount", Records.decimal(discount));
      document.enter(line);
    }
  }
}
