package dev.kontor.engine.problem;

import java.time.Instant;

/**
 * A message that waits for a person.
 *
 * @param fault class of the fault, empty if none is on record
 * @param reason on record
 */
record DeadLetter(long id, String flow, String fault, String reason, Instant created) {}
