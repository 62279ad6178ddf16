/**
 * What a running hub shows of itself: counts, times and spans whose labels are names from the
 * configuration, never ids of people or content.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.observe;
