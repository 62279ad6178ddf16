package dev.kontor.engine.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as people see it in a list.
 *
 * @param targetNumber the number of its document in the target, null if not known
 * @param finished null if it is not
 * @param nextAt when it is tried again by itself, null if not
 */
public record Listed(
    long id,
    String flow,
    String kind,
    String event,
    String source,
    String sourceId,
    @Nullable String number,
    @Nullable String targetNumber,
    String state,
    @Nullable String reason,
    @Nullable String fault,
    int attempts,
    Instant created,
    @Nullable Instant finished,
    @Nullable Instant nextAt) {}
