package dev.kontor.engine.desk;

import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything the ledger keeps about one document. Runs in the caller's transaction. */
final class DocumentStore {

  /** One try of a message; what was written if its effect was begun. */
  record Tried(
      long message,
      Instant at,
      String outcome,
      @Nullable String detail,
      @Nullable String mapping,
      @Nullable Long millis,
      @Nullable String target,
      @Nullable String action) {}

  /**
   * A decision of a person.
   *
   * @param details the reason with the person's name in brackets at its end
   */
  record Decided(Instant at, String kind, long message, String details) {}

  /** What is to be seen of a message. */
  record Content(
      long message,
      String flow,
      String kind,
      String event,
      @Nullable Long before,
      @Nullable Long written,
      @Nullable Long rehearsed,
      @Nullable String action,
      @Nullable String target) {}

  private static final String SUMMARY =
      """
      select d.source, d.source_id, max(m.number) as number, m.flow,
             max(coalesce(m.finished, m.created)) as latest,
             count(*) filter (where m.finished is null) as open,
             count(*) filter (where m.finished is null and m.state = 'dead') as dead
      from unnest(?::text[], ?::text[]) as d(source, source_id)
      join message m on m.source = d.source and m.source_id = d.source_id
      group by d.source, d.source_id, m.flow
      order by latest desc
      """;

  private static final String MESSAGES =
      """
      select m.id from unnest(?::text[], ?::text[]) as d(source, source_id)
      join message m on m.source = d.source and m.source_id = d.source_id
      where m.flow <> all(?)
      order by m.id desc limit ?
      """;

  private static final String KNOWN =
      """
      select target, entity, target_id, number from crossref
      where source_id = ? and source = ?
      order by updated
      """;

  private static final String TRIED =
      """
      select a.message, a.at, a.outcome, a.detail, a.mapping, a.millis, i.target, i.action
      from attempt a left join lateral (
        select target, action from intent where message = a.message order by opened desc limit 1
      ) as i on true
      where a.message = any(?) order by a.id limit ?
      """;

  private static final String DECIDED =
      """
      select at, kind, substr(subject, 9)::bigint as message, details from audit
      where subject = any(?) and kind not like 'message.%' order by id
      """;

  private static final String PLACED =
      "select placed_at from open_demand where source = ? and order_id = ? limit 1";

  private static final String SINCE =
      """
      select coalesce(m.waiting_since, (select max(at) from attempt where message = m.id), m.created)
        as since
      from message m where m.id = ?
      """;

  private static final String CONTENT =
      """
      select m.id, m.flow, m.kind, m.event, m.payload, i.content, r.content as rehearsed,
             coalesce(i.action, r.action) as action, i.target
      from message m
      left join lateral (
        select content, action, target from intent where message = m.id
        order by opened desc limit 1) as i on true
      left join rehearsal r on r.message = m.id
      where m.id = ?
      """;

  private DocumentStore() {}

  /** Those of the documents that there are messages of, by flow, the latest first. */
  static List<DocumentSummary> summaries(Connection connection, List<DocumentName> documents)
      throws SQLException {
    return Jdbc.query(
        connection,
        SUMMARY,
        row ->
            new DocumentSummary(
                row.getString("source"),
                row.getString("source_id"),
                row.getString("number"),
                row.getString("flow"),
                Objects.requireNonNull(Jdbc.instant(row, "latest")),
                row.getLong("open"),
                row.getLong("dead")),
        texts(documents, DocumentName::source),
        texts(documents, DocumentName::sourceId));
  }

  /** In which flows there are messages of the document. */
  static List<String> flows(Connection connection, DocumentName document) throws SQLException {
    return Jdbc.query(
        connection,
        "select distinct flow from message where source = ? and source_id = ?",
        row -> row.getString("flow"),
        document.source(),
        document.sourceId());
  }

  /**
   * The newest messages of the documents.
   *
   * @param others flows whose messages are of something else that is called so
   */
  static List<Long> messages(
      Connection connection, List<DocumentName> documents, String[] others, int most)
      throws SQLException {
    return Jdbc.query(
        connection,
        MESSAGES,
        row -> row.getLong(1),
        texts(documents, DocumentName::source),
        texts(documents, DocumentName::sourceId),
        others,
        most);
  }

  static List<DocumentPage.Known> known(Connection connection, DocumentName document)
      throws SQLException {
    return Jdbc.query(
        connection,
        KNOWN,
        row ->
            new DocumentPage.Known(
                row.getString("target"),
                row.getString("entity"),
                row.getString("target_id"),
                row.getString("number")),
        document.sourceId(),
        document.source());
  }

  static List<Tried> tried(Connection connection, Collection<Long> messages, int most)
      throws SQLException {
    return Jdbc.query(
        connection,
        TRIED,
        row ->
            new Tried(
                row.getLong("message"),
                Objects.requireNonNull(Jdbc.instant(row, "at")),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("mapping"),
                Jdbc.number(row, "millis"),
                row.getString("target"),
                row.getString("action")),
        messages.toArray(Long[]::new),
        most);
  }

  static List<Decided> decided(Connection connection, Collection<Long> messages)
      throws SQLException {
    return Jdbc.query(
        connection,
        DECIDED,
        row ->
            new Decided(
                Objects.requireNonNull(Jdbc.instant(row, "at")),
                row.getString("kind"),
                row.getLong("message"),
                row.getString("details")),
        (Object) messages.stream().map(id -> "message:" + id).toArray(String[]::new));
  }

  /** By the source's clock; empty of what is no order, or sold no goods. */
  static Optional<Instant> placed(Connection connection, DocumentName document)
      throws SQLException {
    return Jdbc.query(
            connection,
            PLACED,
            row -> Objects.requireNonNull(Jdbc.instant(row, "placed_at")),
            document.source(),
            document.sourceId())
        .stream()
        .findFirst();
  }

  /** Since when a message is in the state it is in, as near as is known. */
  static Optional<Instant> since(Connection connection, long message) throws SQLException {
    return Jdbc.query(
            connection, SINCE, row -> Objects.requireNonNull(Jdbc.instant(row, "since")), message)
        .stream()
        .findFirst();
  }

  static Optional<Content> content(Connection connection, long message) throws SQLException {
    return Jdbc.query(
            connection,
            CONTENT,
            row ->
                new Content(
                    row.getLong("id"),
                    row.getString("flow"),
                    row.getString("kind"),
                    row.getString("event"),
                    Jdbc.number(row, "payload"),
                    Jdbc.number(row, "content"),
                    Jdbc.number(row, "rehearsed"),
                    row.getString("action"),
                    row.getString("target")),
            message)
        .stream()
        .findFirst();
  }
}
