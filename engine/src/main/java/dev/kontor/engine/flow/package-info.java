/**
 * Decides what a captured document means: which business events, whether it may leave, where it
 * goes.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.flow;
