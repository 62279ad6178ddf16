package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Currencies;
import dev.kontor.kit.totals.Totals;
import dev.kontor.kit.totals.TotalsComparison;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Finance & Operations will compute: the tax of each code is rounded once over all lines or
 * once for each, as General ledger parameters say (calculation method Total or Line).
 *
 * @param included whether prices include tax
 * @param byLine whether each line's tax is rounded
 * @param digits of an amount
 */
record Totalled(boolean included, boolean byLine, int digits) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Compared with the shop's totals. */
  static TotalsComparison compare(Order order, List<PreparedLine> lines, boolean byLine) {
    Totalled rule =
        new Totalled(
            order.priceBasis() == PriceBasis.GROSS, byLine, Currencies.digits(order.currency()));
    Map<BigDecimal, Totals> byRate = rule.byRate(lines);
    Totals whole = byRate.values().stream().reduce(Totals.ZERO, Totals::plus);
    return new TotalsComparison(
        order,
        lines,
        new TotalsComparison.Predicted(
            "Finance & Operations",
            byLine ? "on each line" : "once per tax code",
            "item sales tax group",
            whole,
            byRate));
  }

  private Map<BigDecimal, Totals> byRate(List<PreparedLine> lines) {
    Map<BigDecimal, List<BigDecimal>> amounts = new TreeMap<>();
    lines.forEach(
        line ->
            amounts.merge(
                line.erpRate(),
                List.of(line.amount()),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    Map<BigDecimal, Totals> byRate = new TreeMap<>();
    amounts.forEach((rate, each) -> byRate.put(rate, totals(rate, each)));
    return byRate;
  }

  private Totals totals(BigDecimal rate, List<BigDecimal> amounts) {
    BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax =
        byLine
            ? amounts.stream().map(a -> tax(rate, a)).reduce(BigDecimal.ZERO, BigDecimal::add)
            : tax(rate, sum);
    return included ? Totals.of(sum.subtract(tax), sum) : Totals.of(sum, sum.add(tax));
  }

  private BigDecimal tax(BigDecimal rate, BigDecimal amount) {
    BigDecimal base = included ? HUNDRED.add(rate) : HUNDRED;
    return amount
        .multiply(rate)
        .divide(base, MathContext.DECIMAL128)
        .setScale(digits, RoundingMode.HALF_UP);
  }
}
