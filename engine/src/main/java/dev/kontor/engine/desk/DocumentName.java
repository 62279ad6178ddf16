package dev.kontor.engine.desk;

/**
 * A document as its source knows it.
 *
 * @param source connection
 * @param sourceId native id there
 */
public record DocumentName(String source, String sourceId) {}
