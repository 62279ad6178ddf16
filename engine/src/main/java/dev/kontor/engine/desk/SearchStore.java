package dev.kontor.engine.desk;

import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages and documents. Every statement reads by an index or a stretch of ids, never the
 * ledger. Runs in the caller's transaction.
 */
final class SearchStore {

  // One look into the index for each.
  private static final String SOURCES =
      """
      with recursive sources as (
        (select source as name from message order by source limit 1)
        union all
        select (select m.source from message m where m.source > s.name order by m.source limit 1)
        from sources s where s.name is not null)
      select name from sources where name is not null
      """;

  // By the number people know at the source; by a native id there; by what was posted under that
  // number, as told by the target or written by the hub.
  private static final String NUMBERED =
      """
      select source, source_id from message where number = ?
      union
      select source, source_id from message where source = any(?) and source_id = ?
      union
      select source, source_id from crossref
      where number = ? and entity = 'order'
      union
      select source, source_id from message
      where event = any(?) and event like '%:%'
      union
      select m.source, m.source_id
      from crossref c join message m on m.source = c.source and m.event like '%:%' and m.event in (
        'paid:' || c.source_id, 'refunded:' || c.source_id, 'dispatched:' || c.source_id,
        'billable:' || c.source_id)
      where c.number = ? and c.entity in ('payment', 'shipment', 'invoice', 'credit-memo')
      limit 1000
      """;

  // What the target of an order tells of it stands under the target's number.
  private static final String ORDERS =
      """
      select n.source as there, n.source_id as number, c.source, c.source_id
      from unnest(?::text[], ?::text[]) as n(source, source_id)
      join crossref c on c.target = n.source and c.number = n.source_id and c.entity = 'order'
      """;

  private static final String TOLD =
      """
      select distinct c.target, c.number
      from unnest(?::text[], ?::text[]) as n(source, source_id)
      join crossref c on c.entity = 'order' and c.source_id = n.source_id and c.source = n.source
      where c.number is not null
      """;

  // What is only heard of has no number; what the same flow read of the document has.
  private static final String KNOWN =
      """
      select d.id, n.number
      from message d cross join lateral (
        select number from message
        where source = d.source and source_id = d.source_id and flow = d.flow and number is not null
        limit 1) as n
      where d.id = any(?)
      """;

  private static final String MEETS =
      """
       and (?::text[] is null or m.state = any(?)) and (?::text is null or m.flow = ?)
       and (?::timestamptz is null or m.created >= ?) and (?::timestamptz is null or m.created < ?)
       and (?::text is null or m.fault = ?)
       and (?::text is null or strpos(lower(m.reason), lower(?)) > 0)
      order by m.id desc limit ?
      """;

  private static final String OF_DOCUMENTS =
      """
      select m.id from unnest(?::text[], ?::text[]) as d(source, source_id)
      join message m on m.source = d.source and m.source_id = d.source_id
      where m.id < ?
      """
          + MEETS;

  private static final String OPEN =
      """
      select m.id from lane l join message m on m.lane = l.id and m.finished is null
      where m.id < ?
      """
          + MEETS;

  private static final String STRETCH = "select m.id from message m where m.id < ? and m.id >= ?";

  private static final String PLACE =
      "select created from message where id >= ? order by id limit 1";

  private static final String LAST = "select id from message order by id desc limit 1";

  private SearchStore() {}

  /** Connections that documents ever came from. */
  private static String[] sources(Connection connection) throws SQLException {
    return Jdbc.query(connection, SOURCES, row -> row.getString(1)).toArray(String[]::new);
  }

  /** Documents known by that number, whatever it is the number of. */
  static List<DocumentName> numbered(Connection connection, String number) throws SQLException {
    String[] sources = sources(connection);
    String[] posted = {"shipped:" + number, "invoiced:" + number, "credited:" + number};
    return Jdbc.query(
        connection, NUMBERED, SearchStore::name, number, sources, number, number, posted, number);
  }

  /** For each of the documents that tells of an order, that order at its source. */
  static List<Told> orders(Connection connection, List<DocumentName> documents)
      throws SQLException {
    return Jdbc.query(
        connection,
        ORDERS,
        row ->
            new Told(new DocumentName(row.getString("there"), row.getString("number")), name(row)),
        texts(documents, DocumentName::source),
        texts(documents, DocumentName::sourceId));
  }

  /**
   * @param document as the target names it
   * @param order as its source does
   */
  record Told(DocumentName document, DocumentName order) {}

  /** What targets tell of these orders, under the names they have there. */
  static List<DocumentName> told(Connection connection, List<DocumentName> orders)
      throws SQLException {
    return Jdbc.query(
        connection,
        TOLD,
        row -> new DocumentName(row.getString("target"), row.getString("number")),
        texts(orders, DocumentName::source),
        texts(orders, DocumentName::sourceId));
  }

  /** Messages about these documents that meet the filter, the newest first. */
  static List<Long> ofDocuments(
      Connection connection, List<DocumentName> documents, Filter filter, long before, int most)
      throws SQLException {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(texts(documents, DocumentName::source));
    arguments.add(texts(documents, DocumentName::sourceId));
    arguments.add(before);
    return ids(connection, OF_DOCUMENTS, arguments, filter, most);
  }

  /** Unfinished messages that meet the filter, the newest first; costs what is unfinished. */
  static List<Long> open(Connection connection, Filter filter, long before, int most)
      throws SQLException {
    return ids(connection, OPEN, new ArrayList<>(List.of(before)), filter, most);
  }

  /** Messages of a stretch of ids that meet the filter, the newest first. */
  static List<Long> stretch(
      Connection connection, Filter filter, long before, long downTo, int most)
      throws SQLException {
    return ids(connection, STRETCH + MEETS, new ArrayList<>(List.of(before, downTo)), filter, most);
  }

  private static List<Long> ids(
      Connection connection, String sql, List<@Nullable Object> begin, Filter filter, int most)
      throws SQLException {
    List<@Nullable Object> all = new ArrayList<>(begin);
    Object states = filter.states().isEmpty() ? null : filter.states().toArray(String[]::new);
    twice(all, states);
    twice(all, filter.flow());
    twice(all, filter.from());
    twice(all, filter.to());
    twice(all, filter.fault());
    twice(all, filter.text());
    all.add(most);
    return Jdbc.query(connection, sql, row -> row.getLong(1), all.toArray());
  }

  /** Once to ask whether it is stated, once to compare. */
  private static void twice(List<@Nullable Object> arguments, @Nullable Object value) {
    arguments.add(value);
    arguments.add(value);
  }

  /** The number that people know of the document of each message, where any has been read. */
  static Map<Long, String> known(Connection connection, List<Long> messages) throws SQLException {
    return Jdbc.query(
            connection,
            KNOWN,
            row -> Map.entry(row.getLong("id"), row.getString("number")),
            (Object) messages.toArray(Long[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The newest message; 0 if there is none. */
  static long last(Connection connection) throws SQLException {
    return Jdbc.query(connection, LAST, row -> row.getLong(1)).stream().findFirst().orElse(0L);
  }

  /** When the first message with that id or a higher one arrived. */
  static Optional<Instant> arrived(Connection connection, long id) throws SQLException {
    return Jdbc.query(
            connection, PLACE, row -> Objects.requireNonNull(Jdbc.instant(row, "created")), id)
        .stream()
        .findFirst();
  }

  private static DocumentName name(ResultSet row) throws SQLException {
    return new DocumentName(row.getString("source"), row.getString("source_id"));
  }
}
