/**
 * Documents whose newest version is all that counts, products and prices: read, translated,
 * compared with what the target last confirmed, written.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.state;
