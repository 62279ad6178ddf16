package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;

/** The amounts of a line that is entered with VAT included in its price (rules 7 and 8). */
final class IncludedEntry {

  private IncludedEntry() {}

  /**
   * @param others lines of the same VAT identifier entered before
   */
  static void enter(WorkLine line, List<WorkLine> others, SalesDocument document) {
    BigDecimal gross = line.amount();
    BigDecimal othersNet = BigDecimal.ZERO;
    for (WorkLine other : others) {
      gross = gross.add(other.amount());
      othersNet = othersNet.add(other.net);
    }
    BigDecimal together = net(gross, line, document).subtract(othersNet);
    BigDecimal alone = net(line.amount(), line, document);
    line.net = alone.abs().compareTo(together.abs()) > 0 ? alone : together;
    line.gross = line.amount();
  }

  private static BigDecimal net(BigDecimal gross, WorkLine line, SalesDocument document) {
    return document.round(gross.divide(Rounding.factor(line.line.effectivePercent()), Rounding.AL));
  }
}
