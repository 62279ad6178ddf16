package dev.kontor.engine.match;

/**
 * A pair as a person has reviewed it.
 *
 * @param line of the file
 */
public record ReviewRow(int line, Pair pair) {}
