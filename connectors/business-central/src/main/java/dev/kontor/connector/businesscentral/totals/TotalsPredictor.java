package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes what Business Central will compute (business-central/totals.md, W1 VAT). */
public final class TotalsPredictor {

  private TotalsPredictor() {}

  /**
   * @throws IllegalArgumentException if Business Central would refuse the invoice discount
   */
  public static Prediction predict(SalesDocument document) {
    List<WorkLine> order = wholeLines(document);
    DraftEntry.enter(order, document);
    List<VatRow> rows = VatRow.of(order);
    if (document.hasInvoiceDiscount()) {
      InvoiceDiscount.apply(rows, document);
    }
    List<LineTotals> draft = results(order);
    compute(rows, document);
    Totals released = sum(order);

    List<WorkLine> invoiced = invoicedLines(order, document);
    List<VatRow> invoiceRows = VatRow.of(invoiced);
    compute(invoiceRows, document);
    Map<String, Totals> groups = groups(invoiceRows);
    Totals rounding = rounding(document, sum(invoiced));
    if (rounding != null && document.invoiceRounding() != null) {
      groups.merge("VAT" + plain(document.invoiceRounding().vatPercent()), rounding, Totals::plus);
    }
    List<Totals> lcy = lcy(document, invoiced, rounding);
    return new Prediction(
        total(draft),
        draft,
        released,
        rounding == null ? sum(invoiced) : sum(invoiced).plus(rounding),
        results(invoiced),
        groups,
        rounding,
        document.currencyFactor() == null ? null : lcy.stream().reduce(Totals.ZERO, Totals::plus),
        lcy);
  }

  private static List<WorkLine> wholeLines(SalesDocument document) {
    return document.lines().stream()
        .map(line -> new WorkLine(line, line.lineAmount(document.amountPrecision())))
        .toList();
  }

  /** Rule 22: the part that is invoiced, with its part of the invoice discount. */
  private static List<WorkLine> invoicedLines(List<WorkLine> order, SalesDocument document) {
    List<WorkLine> invoiced = new ArrayList<>();
    for (WorkLine whole : order) {
      DocumentLine line = whole.line;
      WorkLine part = new WorkLine(line, line.lineAmountToInvoice(document.amountPrecision()));
      part.invoiceDiscount =
          line.invoicedWhole()
              ? whole.invoiceDiscount
              : document.round(
                  whole
                      .invoiceDiscount
                      .multiply(line.toInvoice())
                      .divide(line.quantity(), Rounding.AL));
      invoiced.add(part);
    }
    return invoiced;
  }

  private static void compute(List<VatRow> rows, SalesDocument document) {
    VatRow.compute(rows, document);
    rows.forEach(row -> VatSpread.overLines(row, document));
  }

  private static Map<String, Totals> groups(List<VatRow> rows) {
    Map<String, Totals> groups = new TreeMap<>();
    rows.forEach(row -> groups.merge(row.identifier(), row.totals(), Totals::plus));
    return groups;
  }

  /** Rule 24. */
  private static @Nullable Totals rounding(SalesDocument document, Totals posted) {
    SalesDocument.InvoiceRounding setup = document.invoiceRounding();
    if (setup == null) {
      return null;
    }
    BigDecimal difference =
        setup.type().round(posted.gross(), setup.precision()).subtract(posted.gross());
    return difference.signum() == 0
        ? null
        : Totals.of(
            document.round(difference.divide(Rounding.factor(setup.vatPercent()), Rounding.AL)),
            difference);
  }

  /** Rule 25: each line takes the rounded conversion of the sum so far less what was booked. */
  private static List<Totals> lcy(
      SalesDocument document, List<WorkLine> lines, @Nullable Totals rounding) {
    BigDecimal factor = document.currencyFactor();
    if (factor == null) {
      return List.of();
    }
    List<Totals> foreign = new ArrayList<>(lines.stream().map(WorkLine::totals).toList());
    if (rounding != null) {
      foreign.add(rounding);
    }
    List<Totals> lcy = new ArrayList<>();
    Totals sum = Totals.ZERO;
    Totals booked = Totals.ZERO;
    for (Totals line : foreign) {
      sum = sum.plus(line);
      BigDecimal gross = converted(sum.gross(), factor).subtract(booked.gross());
      BigDecimal net =
          line.net().compareTo(line.gross()) == 0
              ? gross
              : converted(sum.net(), factor).subtract(booked.net());
      Totals converted = Totals.of(net, gross);
      booked = booked.plus(converted);
      lcy.add(converted);
    }
    return lcy;
  }

  private static BigDecimal converted(BigDecimal amount, BigDecimal factor) {
    return Rounding.NEAREST.round(amount.divide(factor, Rounding.AL), SalesDocument.CENT);
  }

  private static List<LineTotals> results(List<WorkLine> lines) {
    return lines.stream().map(WorkLine::result).toList();
  }

  private static Totals sum(List<WorkLine> lines) {
    return lines.stream().map(WorkLine::totals).reduce(Totals.ZERO, Totals::plus);
  }

  private static Totals total(List<LineTotals> lines) {
    return lines.stream().map(LineTotals::totals).reduce(Totals.ZERO, Totals::plus);
  }

  private static String plain(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString();
  }
}
