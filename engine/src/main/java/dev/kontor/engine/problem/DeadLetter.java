package dev.kontor.engine.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a person.
 *
 * @param event business name, or the source's word of a notice
 * @param number people know its document by, null if not known
 * @param fault class of the fault, empty if none is on record
 * @param reason on record
 */
record DeadLetter(
    long id,
    String flow,
    String event,
    @Nullable String number,
    String fault,
    String reason,
    Instant created) {}
