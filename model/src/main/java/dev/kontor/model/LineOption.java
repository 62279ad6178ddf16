package dev.kontor.model;

/**
 * What the buyer chose or wrote for the pieces of a line, beyond the article: an engraving, a
 * finish. It is settled with the order, while its words are the shop's catalogue's and may change.
 *
 * @param name what was asked, e.g. Engraving
 * @param value the answer in the shop's words, which may have several lines
 */
public record LineOption(String name, String value) {}
