package dev.kontor.engine.lane;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is given back.
 *
 * @param finished messages that no longer stand in it
 * @param due when it is worth looking again; null if only an append or wake-up brings work
 * @param wakeKey what it waits for, null for nothing
 * @param stillWaits whether its oldest event was not touched, so that it waits for what it waited
 */
public record Release(
    Lane lane,
    int finished,
    @Nullable Duration due,
    @Nullable String wakeKey,
    boolean stillWaits) {}
