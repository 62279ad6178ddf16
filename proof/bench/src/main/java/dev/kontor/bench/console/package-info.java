/** How long people wait for what they look at, however much the ledger holds. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.console;
