/** The load generator's process: plays the shop whose webhooks arrive. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.load;
