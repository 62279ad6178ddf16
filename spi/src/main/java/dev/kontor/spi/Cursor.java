package dev.kontor.spi;

/**
 * A position in a source's stream of changes, opaque to the engine, in the source's own time.
 * Survives restarts as text.
 */
public record Cursor(String value) {}
