package dev.kontor.bench.hub;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What the hub's ledger says, read beside the running hub. */
public final class HubStore {

  private static final String STORED =
      """
      select m.number, (extract(epoch from a.at) * 1000000)::bigint as micros
      from message m
      join audit a on a.subject = 'message:' || m.id and a.kind = 'message.done'
      where m.kind = 'event' and m.number::int >= ? and m.number::int < ?
      """;

  private static final String CLOCK =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros";

  private final DataSource database;

  public HubStore(DataSource database) {
    this.database = database;
  }

  /** Whether no message waits to be worked on: an idle lane has no row. */
  public boolean isSettled() {
    return Transactions.run(
        database, c -> Jdbc.query(c, "select 1 from lane limit 1", row -> row.getInt(1)).isEmpty());
  }

  /**
   * Nanoseconds from the push of each order to the statement that stored its outcome, the last one
   * before the commit.
   *
   * @param due monotonic nanoseconds of the pushes, the first being that of order {@code from}
   */
  public long[] untilStored(int from, long[] due) {
    Map<Integer, Long> stored = stored(from, due.length);
    long offset = clockOffset();
    long[] taken = new long[due.length];
    for (int i = 0; i < due.length; i++) {
      Long at = stored.get(from + i);
      if (at == null) {
        throw new IllegalStateException("order " + (from + i) + " has no stored outcome");
      }
      taken[i] = at * 1_000 - offset - due[i];
    }
    return taken;
  }

  /** When the outcome of each order was stored, by number, in microseconds of the database. */
  private Map<Integer, Long> stored(int from, int count) {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    STORED,
                    row -> Map.entry(Integer.parseInt(row.getString(1)), row.getLong(2)),
                    from,
                    from + count))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What to add to this process's monotonic nanoseconds to get the database's, in nanoseconds. */
  private long clockOffset() {
    long before = System.nanoTime();
    List<Long> micros =
        Transactions.run(database, c -> Jdbc.query(c, CLOCK, row -> row.getLong(1)));
    long after = System.nanoTime();
    return micros.getFirst() * 1_000 - (before + (after - before) / 2);
  }

  /** Stops a benchmark whose database is not durable. */
  public void demandDurable() {
    Map<String, String> settings = durability();
    if (!settings.equals(Map.of("fsync", "on", "synchronous_commit", "on"))) {
      throw new IllegalStateException("the database is not durable: " + settings);
    }
  }

  /** Durability as the server says it. */
  private Map<String, String> durability() {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select name, setting from pg_settings"
                        + " where name in ('fsync', 'synchronous_commit')",
                    row -> Map.entry(row.getString(1), row.getString(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All messages there ever were. */
  public long messages() {
    return count("select count(*) from message");
  }

  /** Messages that wait. */
  public long waiting() {
    return count("select count(*) from message where state = 'waiting'");
  }

  /** The database's time. */
  public Instant now() {
    return Transactions.run(database, c -> Jdbc.query(c, CLOCK, row -> row.getLong(1))).stream()
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
        .findFirst()
        .orElseThrow();
  }

  /** SKUs whose figure was made from a reading begun later than that, written and confirmed. */
  public long stockWritten(Instant since) {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select count(*) from stock_level where began > ?",
                    row -> row.getLong(1),
                    since))
        .getFirst();
  }

  /** Business events of a flow that are done, or dead and wait for a person. */
  public long ended(String flow) {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select count(*) from message where flow = ? and kind = 'event'"
                        + " and (finished is not null or state = 'dead')",
                    row -> row.getLong(1),
                    flow))
        .getFirst();
  }

  /** Documents of a flow of states that are written, or wait for a person. */
  public long decided(String flow) {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select count(distinct source_id) from message where flow = ?"
                        + " and state in ('done', 'dead')",
                    row -> row.getLong(1),
                    flow))
        .getFirst();
  }

  /**
   * When the outcome of each event of a flow was stored, by the document's number, in microseconds
   * of the database; of several of one document the first.
   */
  public Map<String, Long> storedBy(String flow) {
    Map<String, Long> stored = new HashMap<>();
    Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select m.number, (extract(epoch from min(a.at)) * 1000000)::bigint as micros"
                        + " from message m join audit a on a.subject = 'message:' || m.id"
                        + " and a.kind = 'message.done' where m.flow = ? and m.kind = 'event'"
                        + " group by m.number",
                    row -> Map.entry(row.getString(1), row.getLong(2)),
                    flow))
        .forEach(one -> stored.put(one.getKey(), one.getValue()));
    return stored;
  }

  /** Why each dead letter of a flow is one, by the document's id at its source. */
  public Map<String, String> dead(String flow) {
    Map<String, String> dead = new HashMap<>();
    Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select source_id, coalesce(reason, '') from message"
                        + " where flow = ? and state = 'dead'",
                    row -> Map.entry(row.getString(1), row.getString(2)),
                    flow))
        .forEach(one -> dead.put(one.getKey(), one.getValue()));
    return dead;
  }

  /** Business events done. */
  public long finished() {
    return count("select count(*) from message where kind = 'event' and finished is not null");
  }

  private long count(String sql) {
    return Transactions.run(database, c -> Jdbc.query(c, sql, row -> row.getLong(1))).getFirst();
  }

  /** Commits so far, of the hub and of this reader. */
  public long commits() {
    return Transactions.run(
            database,
            c ->
                Jdbc.query(
                    c,
                    "select xact_commit from pg_stat_database where datname = current_database()",
                    row -> row.getLong(1)))
        .getFirst();
  }
}
