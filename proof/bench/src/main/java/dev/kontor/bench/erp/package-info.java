/** The connector the hub writes the benchmark's orders with. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.erp;
