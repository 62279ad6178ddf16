/** Reading sources, against a shop that says only what changed. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.capture;
