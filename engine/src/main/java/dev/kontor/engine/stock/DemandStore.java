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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pieces sold by shops but not yet in the ERP's figures. A shop may spell an article number in
 * other case than the ERP: what it sold counts all the same. Runs in the caller's transaction.
 */
public final class DemandStore {

  /**
   * @param placedAt by the shop's clock
   */
  public record Sold(
      String source, String orderId, String sku, BigDecimal quantity, Instant placedAt) {}

  /**
   * An order as the ERP has it now.
   *
   * @param pieces by SKU, none if the ERP has nothing of it any more
   */
  public record InErp(String source, String orderId, Map<String, BigDecimal> pieces) {
    private Stream<Line> lines() {
      return pieces.entrySet().stream().map(p -> new Line(this, p.getKey(), p.getValue()));
    }
  }

  private record Line(InErp order, String sku, BigDecimal quantity) {}

  /**
   * @param notInErp pieces the ERP cannot have counted
   * @param transferred pieces of transferred orders not known to be shipped
   */
  public record Demand(BigDecimal notInErp, BigDecimal transferred) {
    public static final Demand NONE = new Demand(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  // What the ERP had until now it still has, though no longer all that was sold.
  private static final String EDITED =
      """
      confirmed = null, edited = hub_now(),
      in_erp = case when d.confirmed is null then d.in_erp else d.quantity end,
      in_erp_since = coalesce(d.confirmed, d.in_erp_since)
      """;

  // Between its placing and the first hearing of it a sale may have been edited unseen.
  private static final String RECORD =
      """
      insert into open_demand as d (source, order_id, sku, quantity, placed_at, edited)
      select s.*, hub_now()
      from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::timestamptz[]) as s
      on conflict (source, order_id, sku) do update set
        quantity = excluded.quantity, closed = null,
      """
          + EDITED
          + "where d.quantity <> excluded.quantity or d.closed is not null";

  private static final String TAKE_BACK =
      """
      insert into open_demand (source, order_id, sku, quantity, placed_at, closed)
      select s.*, hub_now()
      from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::timestamptz[]) as s
      on conflict (source, order_id, sku) do nothing
      """;

  private static final String DROPPED =
      "update open_demand d set quantity = 0, "
          + EDITED
          + """
            where source = ? and order_id = ? and not sku = any(?) and closed is null
              and quantity > 0
            returning sku
            """;

  private static final String IN_ERP =
      """
      update open_demand d set
        confirmed = case when d.quantity = erp.quantity then hub_now() end,
        in_erp = case when d.quantity = erp.quantity then d.in_erp else erp.quantity end,
        in_erp_since = case when d.quantity = erp.quantity then d.in_erp_since else hub_now() end
      from (
        select k.source, k.order_id, k.sku, coalesce(p.quantity, 0) as quantity
        from open_demand k
        join unnest(?::text[], ?::text[]) as o(source, order_id) using (source, order_id)
        left join unnest(?::text[], ?::text[], ?::text[], ?::numeric[])
          as p(source, order_id, sku, quantity) using (source, order_id, sku)) as erp
      where d.source = erp.source and d.order_id = erp.order_id and d.sku = erp.sku
        and (d.confirmed is null or d.quantity <> erp.quantity)
      returning d.sku
      """;

  /**
   * Pieces of an order that the ERP cannot have counted.
   *
   * @param number by which people know the order, null if it was not read yet
   * @param placedAt by the shop's clock
   */
  public record Pending(
      String source,
      String orderId,
      @Nullable String number,
      BigDecimal pieces,
      Instant placedAt) {}

  // Of an order that may have changed in the ERP during the reading, the greater part counts.
  private static final String NOT_IN_ERP =
      """
      case when confirmed < began then 0
           when in_erp_since < began then greatest(0, quantity - in_erp)
           else quantity end
      """;

  private static final String PENDING =
      """
      select source, order_id, placed_at, pieces,
             (select min(m.number) from message m
              where m.source = d.source and m.source_id = d.order_id) as number
      from (select source, order_id, placed_at, %s as pieces
            from open_demand, (select ?::timestamptz as began) as reading
            where lower(sku) = lower(?) and closed is null and not source = any(?)) as d
      where pieces > 0
      order by placed_at, source, order_id
      """
          .formatted(NOT_IN_ERP);

  private static final String SUM =
      """
      select asked.sku, sum(%s) as not_in_erp,
             sum(case when confirmed < began then quantity
                      when in_erp_since < began then in_erp
                      else 0 end) as transferred
      from (select ?::timestamptz as began) as reading,
           unnest(?::text[]) as asked(sku) join open_demand d on lower(d.sku) = lower(asked.sku)
      where closed is null and not source = any(?)
      group by asked.sku
      """
          .formatted(NOT_IN_ERP);

  /**
   * Remembers what an order sold. Of an order that the ERP has, what a later snapshot adds is not
   * in the ERP yet, and what it takes away is still there.
   */
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

  /**
   * Goods that an order no longer contains are not sold any more.
   *
   * @return their SKUs
   */
  public List<String> keepOnly(
      Connection connection, String source, String orderId, List<String> skus) throws SQLException {
    return Jdbc.query(
        connection, DROPPED, row -> row.getString(1), source, orderId, skus.toArray(String[]::new));
  }

  /**
   * Readings of the ERP begun later contain these orders so.
   *
   * @return SKUs of which the ERP had other pieces before
   */
  public List<String> inErp(Connection connection, List<InErp> orders) throws SQLException {
    List<Line> lines = orders.stream().flatMap(InErp::lines).toList();
    return Jdbc.query(
        connection,
        IN_ERP,
        row -> row.getString(1),
        texts(orders, InErp::source),
        texts(orders, InErp::orderId),
        texts(lines, line -> line.order().source()),
        texts(lines, line -> line.order().orderId()),
        texts(lines, Line::sku),
        decimals(lines, Line::quantity));
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

  /** The orders that make up {@link Demand#notInErp}, oldest first. */
  public List<Pending> pending(
      Connection connection, String sku, Instant readingBegan, Set<String> apart)
      throws SQLException {
    return Jdbc.query(
        connection,
        PENDING,
        row ->
            new Pending(
                row.getString("source"),
                row.getString("order_id"),
                row.getString("number"),
                row.getBigDecimal("pieces"),
                Objects.requireNonNull(Jdbc.instant(row, "placed_at"))),
        readingBegan,
        sku,
        apart.toArray(String[]::new));
  }

  /**
   * @param readingBegan database time just before the ERP was read
   * @param apart shops whose sales do not count
   */
  public Map<String, Demand> sum(
      Connection connection, List<String> skus, Instant readingBegan, Set<String> apart)
      throws SQLException {
    return Jdbc.query(
            connection,
            SUM,
            row ->
                Map.entry(
                    row.getString("sku"),
                    new Demand(row.getBigDecimal("not_in_erp"), row.getBigDecimal("transferred"))),
            readingBegan,
            skus.toArray(String[]::new),
            apart.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
