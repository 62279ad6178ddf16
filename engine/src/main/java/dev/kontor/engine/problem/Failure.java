package dev.kontor.engine.problem;

/**
 * Why something is dead.
 *
 * @param fault class of the fault, as stored
 * @param reason as stored
 */
public record Failure(String flow, String fault, String reason) {}
