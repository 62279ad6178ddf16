/** {@code ./kontor bench calls}: what new orders of known customers cost in calls to the ERP. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.calls;
