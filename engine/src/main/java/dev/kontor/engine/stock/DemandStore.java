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
import java.util.stream.Collectors;

/** Pieces sold by shops but not yet in the ERP's figures. Runs in the caller's transaction. */
public final class DemandStore {

  /**
   * @param placedAt by the shop's clock
   */
  public record Sold(
      String source, String orderId, String sku, BigDecimal quantity, Instant placedAt) {}

  /**
   * @param notInErp pieces the ERP cannot have counted
   * @param transferred pieces of transferred orders not known to be shipped
   */
  public record Demand(BigDecimal notInErp, BigDecimal transferred) {
    public static final Demand NONE = new Demand(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private static final String RECORD =
      """
      insert into open_demand as d (source, order_id, sku, quantity, placed_at)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::timestamptz[])
      on conflict (source, order_id, sku) do update set
        quantity = excluded.quantity, closed = null
      where d.confirmed is null
      """;

  private static final String TAKE_BACK =
      """
      insert into open_demand (source, order_id, sku, quantity, placed_at, closed)
      select s.*, hub_now()
      from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::timestamptz[]) as s
      on conflict (source, order_id, sku) do nothing
      """;

  private static final String DROPPED =
      """
      update open_demand set closed = hub_now()
      where source = ? and order_id = ? and not sku = any(?) and confirmed is null
        and closed is null
      """;

  private static final String SUM =
      """
      select sku,
             sum(quantity) filter (where confirmed is null or confirmed >= ?) as not_in_erp,
             sum(quantity) filter (where confirmed < ?) as transferred
      from open_demand
      where sku = any(?) and closed is null
      group by sku
      """;

  /** Remembers what an order sold; a later snapshot of an untransferred order replaces it. */
  public void record(Connection connection, List<Sold> sold) throws SQLException {
    put(connection, RECORD, sold);
  }

  /**
   * Remembers a sale that was over before it was heard of. One that was heard of stays as it is,
   * for {@link #close}.
   */
  public void takeBack(Connection connection, List<Sold> sold) throws SQLException {
    put(connection, TAKE_BACK, sold);
  }

  private static void put(Connection connection, String sql, List<Sold> sold) throws SQLException {
    if (!sold.isEmpty()) {
      Jdbc.update(
          connection,
          sql,
          texts(sold, Sold::source),
          texts(sold, Sold::orderId),
          texts(sold, Sold::sku),
          decimals(sold, Sold::quantity),
          times(sold, Sold::placedAt));
    }
  }

  /** Goods that an untransferred order no longer contains are not sold any more. */
  public void keepOnly(Connection connection, String source, String orderId, List<String> skus)
      throws SQLException {
    Jdbc.update(connection, DROPPED, source, orderId, skus.toArray(String[]::new));
  }

  /** The order is in the ERP: readings begun later contain it. */
  public void confirm(Connection connection, String source, List<String> orderIds)
      throws SQLException {
    Jdbc.update(
        connection,
        "update open_demand set confirmed = hub_now()"
            + " where source = ? and order_id = any(?) and confirmed is null",
        source,
        orderIds.toArray(String[]::new));
  }

  /** The order was cancelled, or a person decided that it never reaches the ERP. */
  public void close(Connection connection, String source, List<String> orderIds)
      throws SQLException {
    Jdbc.update(
        connection,
        "update open_demand set closed = hub_now()"
            + " where source = ? and order_id = any(?) and closed is null",
        source,
        orderIds.toArray(String[]::new));
  }

  /**
   * @param readingBegan database time just before the ERP was read
   */
  public Map<String, Demand> sum(Connection connection, List<String> skus, Instant readingBegan)
      throws SQLException {
    return Jdbc.query(
            connection,
            SUM,
            row ->
                Map.entry(
                    row.getString("sku"),
                    new Demand(
                        orZero(row.getBigDecimal("not_in_erp")),
                        orZero(row.getBigDecimal("transferred")))),
            readingBegan,
            readingBegan,
            skus.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static BigDecimal orZero(@org.jspecify.annotations.Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
