package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tax of a document.
 *
 * @param perLine in the order of the bases, rounded
 * @param tax of the document
 * @param total including tax
 */
public record TaxResult(List<BigDecimal> perLine, BigDecimal tax, BigDecimal total) {}
