/**
 * Benchmarks: each measures the hub in processes of their own and prints one line of figures last.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench;
