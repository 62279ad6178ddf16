package dev.kontor.engine.stock;

import static dev.kontor.engine.db.Columns.decimals;
import static dev.kontor.engine.db.Columns.texts;
import static dev.kontor.engine.db.Columns.times;

import dev.kontor.engine.db.Jdbc;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each shop was last told about stock, by the ERP's article numbers; those of orders may be
 * spelled in other case. Runs in the caller's transaction.
 */
public final class StockLevelStore {

  /** Allowed difference between the hub's and a shop's clock; errs towards one write too many. */
  static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

  /**
   * @param began database's clock just before the ERP was read of which the figure was made
   * @param writtenBy shop's clock by which the write had certainly happened; orders placed later
   *     are not in it and the shop deducted them itself
   * @param soldSince pieces of orders placed at that shop after the write, which it deducted itself
   * @param terms JSON of the terms
   */
  public record Level(
      String target,
      String sku,
      BigDecimal quantity,
      Instant began,
      Instant writtenBy,
      BigDecimal soldSince,
      String terms) {

    /** What the shop should show now if nobody else changed it. */
    public BigDecimal expected() {
      return quantity.subtract(soldSince);
    }
  }

  // Rows of earlier releases have no beginning: twenty seconds before their end is early enough.
  private static final String BEGAN = "coalesce(l.began, l.written_by - interval '20 seconds')";

  private static final String SPELLED =
      "lower(l.sku) = any(array(select lower(s) from unnest(?::text[]) s))";

  private static final String FIND =
      """
      select l.target, l.sku, l.quantity, %s as began, l.written_by, l.terms,
             coalesce((select sum(d.quantity) from open_demand d
                       where d.source = l.target and lower(d.sku) = lower(l.sku)
                         and d.closed is null
                         and d.placed_at > l.written_by), 0) as sold_since
      from stock_level l where %%s
      """
          .formatted(BEGAN);

  private static final String DOUBTFUL =
      """
      select distinct l.sku from stock_level l join open_demand d
        on d.source = l.target and lower(d.sku) = lower(l.sku) and d.placed_at <= l.written_by
      where l.target = ? and l.sku = any(?)
        and (d.closed >= %1$s or d.edited >= %1$s
             or d.placed_at >= %1$s - ?::bigint * interval '1 millisecond')
      """
          .formatted(BEGAN);

  private static final String UPSERT =
      """
      insert into stock_level (target, sku, quantity, began, written_by, terms)
      select * from unnest(?::text[], ?::text[], ?::numeric[], ?::timestamptz[], ?::timestamptz[],
                           ?::text[])
      on conflict (target, sku) do update set
        quantity = excluded.quantity, began = excluded.began, written_by = excluded.written_by,
        terms = excluded.terms
      """;

  /**
   * SKUs of which nobody knows what the shop shows: while the last figure was being made and
   * written, a sale happened of which nobody can say whether it came first, or, since then, the
   * shop put pieces back that it may or may not have deducted from the figure, or deducted more for
   * an edit.
   */
  public Set<String> doubtful(Connection connection, String shop, List<String> skus)
      throws SQLException {
    return doubtful(connection, shop, skus, CLOCK_DIFFERENCE.toMillis());
  }

  /** SKUs of which a sale was edited or taken back since the last figure began to be made. */
  public Set<String> changed(Connection connection, String shop, List<String> skus)
      throws SQLException {
    return doubtful(connection, shop, skus, null);
  }

  private static Set<String> doubtful(
      Connection connection, String shop, List<String> skus, @Nullable Long near)
      throws SQLException {
    return Set.copyOf(
        Jdbc.query(
            connection,
            DOUBTFUL,
            row -> row.getString(1),
            shop,
            skus.toArray(String[]::new),
            near));
  }

  /** SKUs that the shop was told of, as the ERP spells them. */
  public List<String> spelled(Connection connection, String shop, String sku) throws SQLException {
    return Jdbc.query(
        connection,
        "select sku from stock_level where target = ? and lower(sku) = lower(?)",
        row -> row.getString(1),
        shop,
        sku);
  }

  /** SKUs whose figure at that shop was written after the order was placed. */
  public List<String> writtenSince(
      Connection connection, String shop, List<String> skus, Instant placedAt) throws SQLException {
    return Jdbc.query(
        connection,
        "select l.sku from stock_level l where l.target = ? and "
            + SPELLED
            + " and l.written_by >= ?",
        row -> row.getString(1),
        shop,
        skus.toArray(String[]::new),
        placedAt);
  }

  /**
   * SKUs whose figure at that shop was written, or found to be shown already, since the effect's
   * intent was opened.
   */
  public List<String> writtenDuring(
      Connection connection, String shop, List<String> skus, String effectKey) throws SQLException {
    return Jdbc.query(
        connection,
        "select l.sku from stock_level l join intent i on i.key = ?"
            + " where l.target = ? and "
            + SPELLED
            + " and greatest(l.written_by, l.judged) >= i.opened",
        row -> row.getString(1),
        effectKey,
        shop,
        skus.toArray(String[]::new));
  }

  /** The figure was found to be shown already, although it may count orders twice. */
  void judged(Connection connection, String target, String sku) throws SQLException {
    Jdbc.update(
        connection,
        "update stock_level set judged = hub_now() where target = ? and sku = ?",
        target,
        sku);
  }

  public Map<String, Level> find(Connection connection, String target, List<String> skus)
      throws SQLException {
    return query(connection, "l.target = ? and l.sku = any(?)", target, skus.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Level::sku, l -> l));
  }

  /** What each shop was last told about a SKU. */
  public List<Level> ofAllShops(Connection connection, String sku) throws SQLException {
    return query(connection, "l.sku = ? order by l.target", sku);
  }

  private static List<Level> query(Connection connection, String which, Object... values)
      throws SQLException {
    return Jdbc.query(
        connection,
        FIND.formatted(which),
        row ->
            new Level(
                row.getString("target"),
                row.getString("sku"),
                row.getBigDecimal("quantity"),
                Objects.requireNonNull(Jdbc.instant(row, "began")),
                Objects.requireNonNull(Jdbc.instant(row, "written_by")),
                row.getBigDecimal("sold_since"),
                row.getString("terms")),
        values);
  }

  /** All SKUs that were ever told. */
  public List<String> told(Connection connection, String target) throws SQLException {
    return Jdbc.query(
        connection,
        "select sku from stock_level where target = ? order by sku",
        row -> row.getString(1),
        target);
  }

  public void upsert(Connection connection, List<Level> levels) throws SQLException {
    if (!levels.isEmpty()) {
      Jdbc.update(
          connection,
          UPSERT,
          texts(levels, Level::target),
          texts(levels, Level::sku),
          decimals(levels, Level::quantity),
          times(levels, Level::began),
          times(levels, Level::writtenBy),
          texts(levels, Level::terms));
    }
  }
}
