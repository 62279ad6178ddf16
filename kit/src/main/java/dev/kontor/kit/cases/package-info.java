/** Compares what a connector computes with cases whose result is known. */
@org.jspecify.annotations.NullMarked
package dev.kontor.kit.cases;
