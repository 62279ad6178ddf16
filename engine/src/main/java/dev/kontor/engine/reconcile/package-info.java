/** Asks both sides of a flow whether they agree and names each difference by its cause. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.reconcile;
