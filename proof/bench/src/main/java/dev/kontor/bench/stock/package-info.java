/** {@code ./kontor bench stock}: many figures change at once in the ERP. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.stock;
