package dev.kontor.connector.shopware.changes;

import dev.kontor.connector.shopware.api.Criteria;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The next unread rows of a stream.
 *
 * @param end nothing more is there just now
 */
record StreamPage(List<JsonNode> fresh, boolean end) {

  /** Reads one page of a stream, from the position's time on. */
  @FunctionalInterface
  interface Source {
    List<JsonNode> rows(ChangeStream stream, Position from, int page, int limit);
  }

  /**
   * One call as a rule. Rows that went away since let others slip to an earlier page, rows that
   * came push them to a later one.
   */
  static StreamPage unread(ChangeStream stream, Position from, int wanted, Source source) {
    int page = from.read() / Criteria.MAX_LIMIT;
    int limit = page == 0 ? Math.min(Criteria.MAX_LIMIT, from.read() + wanted) : Criteria.MAX_LIMIT;
    List<JsonNode> rows = source.rows(stream, from, page, limit);
    while (page > 0 && (rows.isEmpty() || isUnread(stream, from, rows.getFirst()))) {
      rows = source.rows(stream, from, --page, limit);
    }
    List<JsonNode> unread = unread(stream, from, rows);
    while (unread.isEmpty() && rows.size() == limit) {
      rows = source.rows(stream, from, ++page, limit);
      unread = unread(stream, from, rows);
    }
    List<JsonNode> fresh = unread.stream().limit(wanted).toList();
    return new StreamPage(fresh, rows.size() < limit && fresh.size() == unread.size());
  }

  private static List<JsonNode> unread(ChangeStream stream, Position from, List<JsonNode> rows) {
    return rows.stream().filter(row -> isUnread(stream, from, row)).toList();
  }

  private static boolean isUnread(ChangeStream stream, Position from, JsonNode row) {
    return from.isBefore(stream.time(row), stream.id(row));
  }
}
