package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Net, VAT and gross of a posted line in local currency (totals.md rule 25). */
public record LocalAmounts(BigDecimal net, BigDecimal vat, BigDecimal gross) {
  private static final LocalAmounts NONE =
      new LocalAmounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Amounts per line, converted cumulatively; factor = foreign per local unit. */
  public static List<LocalAmounts> of(List<Line> posted, BigDecimal factor, Terms terms) {
    List<LocalAmounts> converted = new ArrayList<>();
    LocalAmounts booked = NONE;
    for (int i = 0; i < posted.size(); i++) {
      LocalAmounts soFar = sum(posted.subList(0, i + 1), factor, terms);
      converted.add(soFar.minus(booked));
      booked = soFar;
    }
    return converted;
  }

  private static LocalAmounts sum(List<Line> lines, BigDecimal factor, Terms terms) {
    BigDecimal net = terms.round(Posting.net(lines).divide(factor, Terms.DIGITS));
    BigDecimal gross = terms.round(Posting.gross(lines).divide(factor, Terms.DIGITS));
    return new LocalAmounts(net, gross.subtract(net), gross);
  }

  private LocalAmounts minus(LocalAmounts other) {
    return new LocalAmounts(
        net.subtract(other.net), vat.subtract(other.vat), gross.subtract(other.gross));
  }
}
