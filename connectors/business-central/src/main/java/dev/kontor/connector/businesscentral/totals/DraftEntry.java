package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;

/** The amounts of lines as they are entered one after the other (rules 7 and 8). */
final class DraftEntry {

  private DraftEntry() {}

  static void enter(List<WorkLine> lines, SalesDocument document) {
    for (int i = 0; i < lines.size(); i++) {
      WorkLine line = lines.get(i);
      if (!line.counts()) {
        continue;
      }
      List<WorkLine> others =
          lines.subList(0, i).stream().filter(other -> sameIdentifier(other, line)).toList();
      if (line.line.calculation() == VatCalculation.FULL) {
        line.gross = line.amount();
      } else if (document.pricesIncludeVat()) {
        IncludedEntry.enter(line, others, document);
      } else {
        enterExcluded(line, others, document);
      }
    }
  }

  private static void enterExcluded(WorkLine line, List<WorkLine> others, SalesDocument document) {
    line.net = line.amount();
    BigDecimal net = line.net;
    BigDecimal othersGross = BigDecimal.ZERO;
    for (WorkLine other : others) {
      net = net.add(other.net);
      othersGross = othersGross.add(other.gross);
    }
    BigDecimal vat =
        document.roundVat(
            Rounding.percentOf(net, line.line.effectivePercent())
                .multiply(document.vatBaseFactor()));
    line.gross = net.add(vat).subtract(othersGross);
  }

  private static boolean sameIdentifier(WorkLine other, WorkLine line) {
    return other.counts() && other.line.vatIdentifier().equals(line.line.vatIdentifier());
  }
}
