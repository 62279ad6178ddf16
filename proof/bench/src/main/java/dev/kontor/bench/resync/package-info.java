/** {@code ./kontor bench resync}: a whole catalogue goes to the shop while people order. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.resync;
