package dev.kontor.engine.ledger;

import dev.kontor.engine.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A message that was added.
 *
 * @param append what was asked for
 * @param taken its lane if that began with it and was taken at once, else null
 */
public record Added(Append append, Message message, @Nullable Lane taken) {}
