/** Turns hints into full documents: polls sources by cursor and reads what a notice named. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.capture;
