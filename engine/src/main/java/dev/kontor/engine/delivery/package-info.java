/**
 * Carries one effect to its target exactly once: intent, call, outcome, look-up of lost answers.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.delivery;
