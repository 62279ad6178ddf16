package dev.kontor.engine.lane;

/**
 * A lane this process holds.
 *
 * @param fence of this claim; outcomes are stored only while it still holds
 */
public record Lane(long id, String key, String flow, long fence) {}
