package dev.kontor.twin.financeoperations.sales;

import java.math.BigDecimal;
import java.util.List;

/** An amount and the tax codes it owes. */
record TaxBase(BigDecimal amount, List<String> codes) {}
