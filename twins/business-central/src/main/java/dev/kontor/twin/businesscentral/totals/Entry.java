package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Amounts a line gets at the moment it is entered, beside the lines already there. */
public final class Entry {
  private Entry() {}

  /** Only the new line is valued, as a difference to the others (totals.md rules 7 to 9). */
  public static Line entered(Line line, List<Line> document, Terms terms) {
    if (!line.counts()) {
      return line.valued(BigDecimal.ZERO, BigDecimal.ZERO);
    }
    BigDecimal own = line.discounted();
    if (line.vat().isFull()) {
      return line.valued(BigDecimal.ZERO, own);
    }
    List<Line> others =
        document.stream()
            .filter(o -> o.vat().identifier().equals(line.vat().identifier()))
            .toList();
    return terms.pricesIncludeVat()
        ? including(line, own, others, terms)
        : excluding(line, own, others, terms);
  }

  private static Line excluding(Line line, BigDecimal own, List<Line> others, Terms terms) {
    BigDecimal base = sum(others, Line::net).add(own);
    BigDecimal vat = terms.roundVat(Terms.ratio(base, line.vat().salesPercent(), Terms.HUNDRED));
    return line.valued(own, base.add(vat).subtract(sum(others, Line::gross)));
  }

  private static Line including(Line line, BigDecimal own, List<Line> others, Terms terms) {
    BigDecimal percent = line.vat().salesPercent();
    BigDecimal whole = Terms.HUNDRED.add(percent);
    BigDecimal amounts = sum(others, Line::discounted).add(own);
    BigDecimal net =
        terms.round(Terms.ratio(amounts, Terms.HUNDRED, whole)).subtract(sum(others, Line::net));
    BigDecimal alone = own.subtract(terms.roundVat(Terms.ratio(own, percent, whole)));
    return line.valued(alone.abs().compareTo(net.abs()) > 0 ? alone : net, own);
  }

  static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> amount) {
    return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
