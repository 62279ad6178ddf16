/** The whole hub between two simulated systems that can fail in every way. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.simulated;
