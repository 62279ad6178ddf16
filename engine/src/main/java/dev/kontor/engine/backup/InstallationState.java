package dev.kontor.engine.backup;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The database's own record of its installation.
 *
 * @param epoch raised by each restore and adoption
 * @param cluster PostgreSQL's system identifier where the row was written
 * @param restoredFrom id of the backup; null if never restored
 * @param doubtSince what happened at the targets after this is unknown; null without doubt
 * @param doubtSources sources still to be re-read since then
 */
public record InstallationState(
    UUID id,
    int epoch,
    String cluster,
    @Nullable String restoredFrom,
    @Nullable Instant doubtSince,
    Set<String> doubtSources) {

  public boolean inDoubt() {
    return doubtSince != null;
  }
}
