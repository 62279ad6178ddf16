package dev.kontor.kit.totals;

import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares the totals an ERP will compute with the shop's: equal, made equal by a rounding line,
 * accepted with a note, or a reason to hold the order.
 *
 * @param compare of the lines as they are to be written
 * @param rounding an untaxed line of that gross; empty if none may be made
 * @param tolerance most the gross may lack, and net or tax differ
 * @param remedy for people, where the order is held
 */
public record Agreement<L extends TaxedLine>(
    Function<List<L>, TotalsComparison> compare,
    Function<BigDecimal, Optional<L>> rounding,
    BigDecimal tolerance,
    Remedy remedy) {

  /**
   * Adds the rounding line and notes.
   *
   * @return why the order must be held; empty if it need not
   */
  public Optional<Fault> reach(List<L> lines, List<String> notes) {
    TotalsComparison comparison = compare.apply(lines);
    BigDecimal gap = comparison.grossGap();
    if (gap.signum() != 0 && gap.abs().compareTo(tolerance) <= 0) {
      Optional<L> line = rounding.apply(gap);
      if (line.isPresent()) {
        notes.addAll(comparison.differences());
        lines.add(line.get());
        comparison = compare.apply(lines);
        notes.add("a rounding line of " + gap.toPlainString() + " makes the gross equal");
      }
    }
    if (comparison.equal()) {
      return Optional.empty();
    }
    boolean accepted =
        comparison.grossGap().signum() == 0 && comparison.taxGap().compareTo(tolerance) <= 0;
    if (accepted) {
      comparison.differences().forEach(told -> notes.add("accepted difference: " + told));
      return Optional.empty();
    }
    return Optional.of(remedy.refusal(comparison, tolerance));
  }
}
