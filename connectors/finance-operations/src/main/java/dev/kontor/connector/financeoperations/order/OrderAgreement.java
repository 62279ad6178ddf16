package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.kit.totals.Agreement;
import dev.kontor.kit.totals.TotalsComparison;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import java.util.List;
import java.util.Optional;

/** Compares what Finance & Operations will compute with what the shop charged. */
record OrderAgreement(FnoSettings settings, LineResolution resolution) {

  /**
   * Why the document must be held; a line that makes the gross equal may be added.
   *
   * @param group sales tax group
   */
  Optional<Fault> difference(
      Order order, List<PreparedLine> lines, String group, List<String> notes) {
    boolean byLine = "line".equals(settings.text("taxRounding", "total"));
    return new Agreement<PreparedLine>(
            some -> Totalled.compare(order, some, byLine),
            gap -> resolution.rounding(gap, group, lines.size() + 1),
            settings.tolerance())
        .reach(lines, notes)
        .map(comparison -> refusal(comparison, group));
  }

  private Fault refusal(TotalsComparison comparison, String group) {
    return new Fault.Invalid(
        "total",
        "Finance & Operations would compute other totals than the shop for sales tax group "
            + group
            + ": "
            + String.join("; ", comparison.differences())
            + ". "
            + remedy(comparison),
        null);
  }

  private String remedy(TotalsComparison comparison) {
    if (comparison.unrated().signum() != 0) {
      return "Correct the order's tax in the shop, or enter the order by hand and discard this one.";
    }
    return "Correct the tax set-up or setting taxes, or raise setting tolerance (now "
        + settings.tolerance().toPlainString()
        + ")"
        + (comparison.grossGap().signum() == 0
            ? "."
            : " and set roundingLine, to an item that is taxed with 0 %.");
  }
}
