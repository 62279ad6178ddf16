package dev.kontor.twin.financeoperations.sales;

import dev.kontor.twin.financeoperations.records.Company;
import dev.kontor.twin.financeoperations.records.TaxRounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sales tax of a document: each line owes the codes that its customer's and its article's group
 * have in common.
 *
 * @param inclusive whether amounts contain the tax
 */
record TaxCalculation(Company company, String currency, boolean inclusive, TaxRounding rounding) {

  TaxResult of(List<TaxBase> bases) {
    List<BigDecimal> perLine =
        bases.stream()
            .map(
                base ->
                    base.codes().stream()
                        .map(code -> Rounding.amount(tax(base, code), currency))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
            .toList();
    BigDecimal tax =
        switch (rounding) {
          case LINE -> perLine.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
          case TOTAL -> perCode(bases);
        };
    BigDecimal amounts =
        bases.stream().map(TaxBase::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal total = Rounding.amount(inclusive ? amounts : amounts.add(tax), currency);
    return new TaxResult(perLine, tax, total);
  }

  private BigDecimal perCode(List<TaxBase> bases) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    bases.forEach(
        base -> base.codes().forEach(code -> sums.merge(code, tax(base, code), BigDecimal::add)));
    return sums.values().stream()
        .map(sum -> Rounding.amount(sum, currency))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Not rounded. */
  private BigDecimal tax(TaxBase base, String code) {
    return net(base).multiply(Rounding.share(company.percent(code)));
  }

  private BigDecimal net(TaxBase base) {
    BigDecimal percent =
        base.codes().stream().map(company::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    return inclusive
        ? Rounding.divide(base.amount(), BigDecimal.ONE.add(Rounding.share(percent)))
        : base.amount();
  }
}
