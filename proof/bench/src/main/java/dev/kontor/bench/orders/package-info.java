/** {@code ./kontor bench orders}: hub and Camel in turn, window by window. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.orders;
