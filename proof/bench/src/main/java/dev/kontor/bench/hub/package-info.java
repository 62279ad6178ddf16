/** The hub under measurement, in its own process, and how it is watched. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.hub;
