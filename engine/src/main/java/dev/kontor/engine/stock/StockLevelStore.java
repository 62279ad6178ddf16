package dev.kontor.engine.stock;

import static dev.kontor.engine.db.Columns.decimals;
import static dev.kontor.engine.db.Columns.texts;
import static dev.kontor.engine.db.Columns.times;

import dev.kontor.engine.db.Jdbc;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each shop was last told about stock. Runs in the caller's transaction. */
public final class StockLevelStore {

  /**
   * @param writtenBy shop's clock by which the write had certainly happened; orders placed later
   *     are not in it and the shop deducted them itself
   * @param soldSince pieces of orders placed at that shop after the write, which it deducted itself
   * @param terms JSON of the terms
   */
  public record Level(
      String target,
      String sku,
      BigDecimal quantity,
      Instant writtenBy,
      BigDecimal soldSince,
      String terms) {

    /** What the shop should show now if nobody else changed it. */
    public BigDecimal expected() {
      return quantity.subtract(soldSince);
    }
  }

  private static final String FIND =
      """
      select l.target, l.sku, l.quantity, l.written_by, l.terms,
             coalesce((select sum(d.quantity) from open_demand d
                       where d.source = l.target and d.sku = l.sku and d.closed is null
                         and d.placed_at > l.written_by), 0) as sold_since
      from stock_level l where l.target = ? and l.sku = any(?)
      """;

  private static final String UPSERT =
      """
      insert into stock_level (target, sku, quantity, written_by, terms)
      select * from unnest(?::text[], ?::text[], ?::numeric[], ?::timestamptz[], ?::text[])
      on conflict (target, sku) do update set
        quantity = excluded.quantity, written_by = excluded.written_by, terms = excluded.terms
      """;

  /** The database's time, against which demand is judged. */
  public Instant now(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select hub_now()",
            row -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .getFirst();
  }

  /**
   * SKUs of which a sale happened so close to the last write that nobody knows which came first, so
   * that what the shop shows is not known.
   */
  public Set<String> doubtful(Connection connection, String shop, List<String> skus)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            """
            select distinct l.sku from stock_level l join open_demand d
              on d.source = l.target and d.sku = l.sku
             and d.placed_at between l.written_by - interval '20 seconds' and l.written_by
            where l.target = ? and l.sku = any(?)
            """,
            row -> row.getString(1),
            shop,
            skus.toArray(String[]::new)));
  }

  /** SKUs whose figure at that shop was written after the order was placed. */
  public List<String> writtenSince(
      Connection connection, String shop, List<String> skus, Instant placedAt) throws SQLException {
    return Jdbc.query(
        connection,
        "select sku from stock_level where target = ? and sku = any(?) and written_by >= ?",
        row -> row.getString(1),
        shop,
        skus.toArray(String[]::new),
        placedAt);
  }

  /** SKUs whose figure at that shop was written since the effect's intent was opened. */
  public List<String> writtenDuring(
      Connection connection, String shop, List<String> skus, String effectKey) throws SQLException {
    return Jdbc.query(
        connection,
        "select l.sku from stock_level l join intent i on i.key = ?"
            + " where l.target = ? and l.sku = any(?) and l.written_by >= i.opened",
        row -> row.getString(1),
        effectKey,
        shop,
        skus.toArray(String[]::new));
  }

  public Map<String, Level> find(Connection connection, String target, List<String> skus)
      throws SQLException {
    return Jdbc.query(
            connection,
            FIND,
            row ->
                new Level(
                    row.getString("target"),
                    row.getString("sku"),
                    row.getBigDecimal("quantity"),
                    java.util.Objects.requireNonNull(Jdbc.instant(row, "written_by")),
                    row.getBigDecimal("sold_since"),
                    row.getString("terms")),
            target,
            skus.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Level::sku, l -> l));
  }

  public void upsert(Connection connection, List<Level> levels) throws SQLException {
    if (!levels.isEmpty()) {
      Jdbc.update(
          connection,
          UPSERT,
          texts(levels, Level::target),
          texts(levels, Level::sku),
          decimals(levels, Level::quantity),
          times(levels, Level::writtenBy),
          texts(levels, Level::terms));
    }
  }
}
