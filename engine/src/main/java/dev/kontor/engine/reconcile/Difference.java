package dev.kontor.engine.reconcile;

/**
 * One document about which its systems disagree.
 *
 * @param sourceId native id in the source
 * @param number that people know
 * @param what both sides say and what to do
 * @param isRepairable whether a hub mends it by reading the source again and writing what it says
 */
public record Difference(
    Cause cause, String sourceId, String number, String what, boolean isRepairable) {}
