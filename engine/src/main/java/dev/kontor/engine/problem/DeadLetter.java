package dev.kontor.engine.problem;

import java.time.Instant;

/**
 * A message that waits for a person.
 *
 * @param failure its fault empty if none is on record
 */
record DeadLetter(long id, Failure failure, Instant created) {}
