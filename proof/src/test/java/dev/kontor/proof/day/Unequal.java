package dev.kontor.proof.day;

/**
 * Something the systems do not have alike.
 *
 * @param subject number of the shop's order, or article number
 * @param how what both sides say
 */
record Unequal(Matter matter, String subject, String how) {}
