package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Release and posting: VAT per row handed out to the lines (totals.md rules 20 to 25). */
public final class Posting {
  private Posting() {}

  /** The lines as release leaves them. */
  public static List<Line> released(List<Line> lines, Terms terms) {
    return VatRows.spread(lines, VatRows.of(lines, terms), terms);
  }

  /** The lines as an invoice over these quantities books them. */
  public static List<Line> posted(List<Line> lines, List<BigDecimal> quantities, Terms terms) {
    List<Line> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      parts.add(lines.get(i).part(quantities.get(i), terms));
    }
    return released(parts, terms);
  }

  /** The extra line that brings the gross to a multiple of the precision (totals.md rule 24). */
  public static Line invoiceRounding(
      List<Line> posted, BigDecimal precision, VatRate account, Terms terms) {
    BigDecimal gross = Entry.sum(posted, Line::gross);
    BigDecimal difference = Terms.round(gross, precision, RoundingMode.HALF_UP).subtract(gross);
    BigDecimal net =
        terms.round(
            Terms.ratio(difference, Terms.HUNDRED, Terms.HUNDRED.add(account.salesPercent())));
    BigDecimal price = terms.pricesIncludeVat() ? difference : net;
    return Line.byPercent(BigDecimal.ONE, price, BigDecimal.ZERO, account, false, terms)
        .valued(net, difference);
  }

  public static BigDecimal net(List<Line> lines) {
    return Entry.sum(lines, Line::net);
  }

  public static BigDecimal gross(List<Line> lines) {
    return Entry.sum(lines, Line::gross);
  }

  public static BigDecimal invoiceDiscount(List<Line> lines) {
    return Entry.sum(lines, Line::invoiceDiscount);
  }
}
