/** What a shop charged beside what an ERP will compute. */
@org.jspecify.annotations.NullMarked
package dev.kontor.kit.totals;
