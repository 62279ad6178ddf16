/** Sales orders: their headers, lines, prices, taxes and totals. */
@NullMarked
package dev.kontor.twin.financeoperations.sales;

import org.jspecify.annotations.NullMarked;
