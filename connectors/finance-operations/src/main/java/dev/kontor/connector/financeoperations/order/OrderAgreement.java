package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.kit.totals.Agreement;
import dev.kontor.kit.totals.Remedy;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what Finance & Operations will compute with what the shop charged. */
record OrderAgreement(FnoSettings settings, LineResolution resolution) {

  /**
   * Why the document must be held; a line that makes the gross equal may be added.
   *
   * @param charges of the header, which are taxed like lines
   * @param group sales tax group
   */
  Optional<Fault> difference(
      Order order,
      List<PreparedLine> lines,
      List<PreparedLine> charges,
      String group,
      List<String> notes) {
    List<PreparedLine> all = new ArrayList<>(charges);
    all.addAll(lines);
    int before = all.size();
    Optional<Fault> difference = reached(order, all, lines.size() + 1, group, notes);
    lines.addAll(all.subList(before, all.size()));
    return difference;
  }

  /**
   * @param next number of the line that may be added
   */
  private Optional<Fault> reached(
      Order order, List<PreparedLine> all, int next, String group, List<String> notes) {
    boolean byLine = "line".equals(settings.text("taxRounding", "total"));
    return new Agreement<PreparedLine>(
            some -> Totalled.compare(order, some, byLine),
            gap -> resolution.rounding(gap, group, next),
            settings.tolerance(),
            new Remedy(
                "sales tax group " + group,
                "the tax set-up or setting taxes",
                "to an item that is taxed with 0 %"))
        .reach(all, notes);
  }
}
