package dev.kontor.engine.match;

/**
 * What became of a reviewed file.
 *
 * @param linked rows stored now
 * @param already rows that were linked before
 * @param skipped rows that people want unlinked
 */
public record LinkResult(int linked, int already, int skipped) {}
