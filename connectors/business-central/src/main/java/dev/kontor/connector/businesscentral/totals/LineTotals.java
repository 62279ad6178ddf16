package dev.kontor.connector.businesscentral.totals;

import dev.kontor.kit.totals.Totals;
import java.math.BigDecimal;

/** What Business Central stores on one line. */
public record LineTotals(BigDecimal lineAmount, BigDecimal invoiceDiscount, Totals totals) {}
