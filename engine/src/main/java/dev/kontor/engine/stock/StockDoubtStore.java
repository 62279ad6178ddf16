package dev.kontor.engine.stock;

import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SKUs of which a shop may still receive a figure whose write was never answered. Runs in the
 * caller's transaction.
 */
public final class StockDoubtStore {

  private static final String KEEP =
      """
      on conflict (target, sku) do update set until = greatest(stock_doubt.until, excluded.until)
      """;

  /** A write was not answered. */
  public void unanswered(Connection connection, String shop, String sku, Duration uncertainty)
      throws SQLException {
    Jdbc.update(
        connection,
        "insert into stock_doubt (target, sku, until)"
            + " values (?, ?, hub_now() + ? * interval '1 millisecond') "
            + KEEP,
        shop,
        sku,
        uncertainty.toMillis());
  }

  /**
   * Ends the writes that a process before this one began and was never heard of again.
   *
   * @param notices ids of the messages they were made for
   */
  public void abandoned(Connection connection, Collection<Long> notices) throws SQLException {
    Jdbc.update(
        connection,
        """
        with gone as (
          update intent set state = 'refused', closed = hub_now()
          where message = any(?) and state = 'open'
          returning target, target_id, absent_from)
        insert into stock_doubt (target, sku, until)
        select target, target_id, max(absent_from) from gone group by target, target_id
        """
            + KEEP,
        (Object) notices.toArray(Long[]::new));
  }

  /** How long an unanswered figure may still arrive, by SKU; zero if that is over. */
  public Map<String, Duration> left(Connection connection, String shop, List<String> skus)
      throws SQLException {
    return Jdbc.query(
            connection,
            """
            select sku, greatest(0, ceil(extract(epoch from until - hub_now()) * 1000))::bigint
            from stock_doubt where target = ? and sku = any(?)
            """,
            row -> Map.entry(row.getString(1), Duration.ofMillis(row.getLong(2))),
            shop,
            texts(skus, sku -> sku))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** These figures were written after the last moment at which another one could arrive. */
  public void settled(Connection connection, List<StockLevelStore.Level> levels)
      throws SQLException {
    if (!levels.isEmpty()) {
      Jdbc.update(
          connection,
          """
          delete from stock_doubt d using unnest(?::text[], ?::text[]) as l(target, sku)
          where d.target = l.target and d.sku = l.sku
          """,
          texts(levels, StockLevelStore.Level::target),
          texts(levels, StockLevelStore.Level::sku));
    }
  }
}
