package dev.kontor.engine.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the audit for people, newest first.
 *
 * @param next where the next page begins, null at the end
 */
public record AuditPage(List<Row> rows, @Nullable String next) {

  /** One thing that happened; see {@link AuditRow}. */
  public record Row(Instant at, String kind, String subject, String details) {}
}
