package dev.kontor.engine.vault;

import java.time.Instant;

/**
 * What was pushed about somebody who was erased.
 *
 * @param at when it was deleted, by the database's clock
 */
record ErasedPayload(Instant at, long id) {}
