package dev.kontor.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last nightly comparison of a flow found.
 *
 * @param ended null if none was done yet; then there are no findings either
 * @param age since it ended, zero if none was done
 * @param waiting documents that differed and had a change on its way
 * @param causes the differences counted by cause, in words
 * @param failure why a later one could not be done, null if it could
 */
public record Night(
    String flow,
    @Nullable Instant ended,
    Duration age,
    int compared,
    int different,
    int waiting,
    String causes,
    @Nullable String failure) {}
