package dev.kontor.engine.match;

/**
 * A document of a flow's source that may be a document of its target.
 *
 * @param flow name
 * @param reason why it is not certain, for people; empty if nothing speaks against it
 */
public record Pair(String flow, Side here, Side there, By by, Decision decision, String reason) {}
