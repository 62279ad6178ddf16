package dev.kontor.kit.totals;

import java.math.BigDecimal;

/** A line with the rate a shop charged on it and the one an ERP will charge. */
public interface TaxedLine {

  /** For people. */
  String name();

  /** Percent, as is {@link #erpRate}. */
  BigDecimal shopRate();

  BigDecimal erpRate();

  /** What decides the ERP's rate. */
  String taxGroup();
}
