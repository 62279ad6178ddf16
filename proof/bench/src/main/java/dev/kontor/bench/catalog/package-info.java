/** {@code ./kontor bench catalog}: few changed documents among very many. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.catalog;
