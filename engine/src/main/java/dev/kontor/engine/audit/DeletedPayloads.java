package dev.kontor.engine.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the record tells which payloads were deleted rightly, and so which were not. */
public final class DeletedPayloads {

  private static final String EXPIRED = "payload.expired";
  private static final String ERASED = "payload.erased";

  private DeletedPayloads() {}

  /** They had been kept as long as the rule says. */
  static AuditRow expired(Collection<Long> ids) {
    return row(EXPIRED, ids);
  }

  /** They told of a person who was erased. */
  public static AuditRow erased(Collection<Long> ids) {
    return row(ERASED, ids);
  }

  private static AuditRow row(String kind, Collection<Long> ids) {
    String list = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    return AuditRow.of(kind, "payloads", list);
  }

  /** All that this installation itself put on record. */
  static Set<Long> ids(Connection connection, AuditStore audit) throws SQLException {
    Set<Long> ids = new HashSet<>();
    for (String kind : List.of(EXPIRED, ERASED)) {
      for (StoredRow stored : AuditStore.ofKind(connection, kind)) {
        if (audit.genuine(stored)) {
          for (String id : stored.row().details().split(",", -1)) {
            ids.add(Long.valueOf(id));
          }
        }
      }
    }
    return ids;
  }
}
