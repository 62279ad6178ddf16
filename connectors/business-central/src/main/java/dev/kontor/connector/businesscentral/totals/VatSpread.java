package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;

/** Spreads a row's VAT over its lines with carried remainders (rule 20). */
final class VatSpread {

  private VatSpread() {}

  static void overLines(VatRow row, SalesDocument document) {
    if (document.pricesIncludeVat()) {
      spreadIncluded(row, document);
    } else {
      spreadExcluded(row, document);
    }
  }

  private static void spreadExcluded(VatRow row, SalesDocument document) {
    BigDecimal carry = BigDecimal.ZERO;
    for (WorkLine line : row.lines) {
      if (row.isFull()) {
        line.net = BigDecimal.ZERO;
        line.gross = line.amount();
        continue;
      }
      BigDecimal exact = carry.add(share(row.vat, line.amount(), row.base));
      BigDecimal vat = document.round(exact);
      carry = exact.subtract(vat);
      line.net = line.amount();
      line.gross = line.net.add(vat);
    }
  }

  private static void spreadIncluded(VatRow row, SalesDocument document) {
    BigDecimal vatCarry = BigDecimal.ZERO;
    BigDecimal grossCarry = BigDecimal.ZERO;
    BigDecimal rowGross = row.base.add(row.vat);
    for (WorkLine line : row.lines) {
      BigDecimal exactVat = vatCarry.add(share(row.vat, line.amount(), row.amount()));
      BigDecimal exactGross = grossCarry.add(share(rowGross, line.amount(), row.amount()));
      BigDecimal vat = document.round(exactVat);
      line.gross = document.round(exactGross);
      line.net = line.gross.subtract(vat);
      vatCarry = exactVat.subtract(vat);
      grossCarry = exactGross.subtract(line.gross);
    }
  }

  /** A cent carried into a row without amount is lost: such a row's lines take no VAT. */
  private static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of) {
    return of.signum() == 0 ? BigDecimal.ZERO : whole.multiply(part).divide(of, Rounding.AL);
  }
}
