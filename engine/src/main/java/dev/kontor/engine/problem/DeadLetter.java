package dev.kontor.engine.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a person.
 *
 * @param failure its fault empty if none is on record
 * @param document it is about: source and native id
 * @param number by which people know that, null if by none
 * @param order payload of an order that is to be created, null of anything else
 */
record DeadLetter(
    long id,
    Failure failure,
    Instant created,
    String document,
    @Nullable String number,
    @Nullable Long order) {}
