package dev.kontor.bench.console;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes a ledger as a year of work leaves it. Of ten messages six are of three orders, each with
 * its notice and its event, and four of stock; every order has its sealed documents, intent,
 * attempt, cross-reference, audit rows and pieces sold. Runs in the caller's transaction.
 */
final class LedgerFillStore {

  /** Messages that are made together. */
  static final int TOGETHER = 10;

  /** Orders among them. */
  static final int ORDERS = 3;

  private static final List<String> OF_ORDERS =
      List.of(
          """
          insert into message (id, lane, seq, flow, kind, event, source, source_id, payload, state,
                               reason, created, finished)
          select notice, lane, 1, 'orders', 'notice', 'pushed', 'shop', source_id, notice, 'done',
                 'order ' || number || ': created', at, at + interval '1 second'
          from orders
          """,
          """
          insert into message (id, lane, seq, flow, kind, event, source, source_id, number,
                               effect_key, payload, content_hash, state, reason, fault, created,
                               finished, next_at, waiting_since)
          select event, lane, 2, 'orders', 'event', 'created', 'shop', source_id, number, effect,
                 event, '\\x00'::bytea, state,
                 case state when 'done' then 'erp order ' || there
                   when 'dead' then 'general business posting group ' || o % 12 || ' is missing'
                   else 'Article A' || o || ' is missing' end,
                 case state when 'dead' then 'Invalid' when 'waiting' then 'Missing' end,
                 at + interval '1 second', case state when 'done' then at + interval '3 seconds' end,
                 case state when 'waiting' then hub_now() + interval '30 days' end,
                 case state when 'waiting' then at end
          from orders
          """,
          """
          insert into lane (id, key, flow, priority, enqueued, finished, due)
          overriding system value
          select lane, 'erp|order|shop|' || source_id, 'orders', 2, 2, 1,
                 case state when 'waiting' then hub_now() + interval '30 days' end
          from orders where state <> 'done'
          """,
          """
          insert into attempt (message, at, node, outcome, detail, mapping, millis)
          select event, at + interval '3 seconds', 'n1',
                 case state when 'done' then 'Written' when 'dead' then 'Invalid' else 'Missing' end,
                 'erp order ' || there, 'bench-shop/order.in@1 > bench-erp/order.out@1', 120
          from orders
          """,
          """
          insert into intent (key, message, target, entity, action, reference, content, mapping,
                              state, opened, absent_from, closed, result_id, result_number)
          select effect, event, 'erp', 'order', 'CREATE', number, 100000000000 + event, 'm@1',
                 'confirmed', at, at, at, md5(there), there
          from orders where state = 'done'
          """,
          """
          insert into crossref (source, entity, source_id, target, target_id, number, hash,
                                changed_at, updated)
          select 'shop', 'order', source_id, 'erp', md5(there), there, '\\x00'::bytea, at, at
          from orders where state = 'done'
          """,
          """
          insert into open_demand (source, order_id, sku, quantity, placed_at, confirmed)
          select 'shop', source_id, 'A' || o % 20000, 1, at, case state when 'done' then at end
          from orders
          """,
          """
          insert into audit (epoch, kind, subject, details, details_hash)
          select 1, 'message.done', 'message:' || m, 'erp order ' || there, '\\x00'::bytea
          from orders cross join lateral (values (notice), (event)) as v(m)
          """);

  private static final String STOCK =
      """
      insert into message (id, lane, seq, flow, kind, event, source, source_id, state, reason,
                           created, finished)
      select id, 1000000000 + sku, g, 'stock', 'notice', 'polled', 'erp', 'A' || sku, 'done',
             'A' || sku || ': 5',
             hub_now() - interval '365 days' * (1 - id::numeric / ?), hub_now()
      from generate_series(?, ?) as g cross join generate_series(0, 3) as k
      cross join lateral (select g * 10 + 7 + k as id, (g * 4 + k) % 20000 as sku) as n
      """;

  private static final String TALLY =
      """
      insert into tally (minute, flow, slot, done, written, moved, last_written)
      select date_trunc('minute', hub_now()) - m * interval '1 minute', flow, 0, 9, 9, 9, hub_now()
      from generate_series(0, 8 * 1440) as m cross join (values ('orders'), ('stock')) as f(flow)
      on conflict do nothing
      """;

  private static final List<String> AFTERWARDS =
      List.of(
          "select setval('message_id', (select max(id) from message))",
          "select setval(pg_get_serial_sequence('lane', 'id'), 2000000000)");

  private LedgerFillStore() {}

  /**
   * Orders and stock of a stretch of tens.
   *
   * @param messages in the whole ledger
   */
  static void tens(Connection connection, long from, long to, long messages) throws SQLException {
    String made = orders(from, to, messages, messages / TOGETHER * ORDERS);
    for (String sql : OF_ORDERS) {
      Jdbc.update(connection, withOrders(sql, made));
    }
    Jdbc.update(connection, STOCK, messages, from, to);
  }

  /** Orders of a stretch of tens: one in so many is dead, or waits. */
  private static String orders(long from, long to, long messages, long all) {
    return """
        select g * 10 + 2 * k + 1 as notice, g * 10 + 2 * k + 2 as event, o, o + 1 as lane,
               md5(o::text) as source_id, (1000000 + o)::text as number,
               'erp|order|shop|' || md5(o::text) || '|created|g0' as effect, 'SO' || o as there,
               case when o %% p.deadly = 0 then 'dead' when o %% p.waity = 7 then 'waiting'
                 else 'done' end as state,
               hub_now() - interval '365 days' * (1 - (g * 10.0 + 2 * k + 1) / p.messages) as at
        from generate_series(%s, %s) as g cross join generate_series(0, 2) as k
        cross join (select %s::bigint as messages, %s::bigint as deadly, %s::bigint as waity) as p
        cross join lateral (select g * 3 + k as o) as n
        """
        .formatted(from, to, messages, Math.max(1, all / 2_000), Math.max(8, all / 5_000));
  }

  /** The statement over the orders of a stretch, which come first. */
  private static String withOrders(String insert, String made) {
    int select = insert.indexOf("select");
    return insert.substring(0, select)
        + "with orders as ("
        + made
        + ") "
        + insert.substring(select);
  }

  /** The same sealed bytes for all documents of a kind, of orders of a stretch of tens. */
  static void payloads(
      Connection connection, long from, long to, long model, long pushed, long written)
      throws SQLException {
    for (long[] of : new long[][] {{model, 2, 0}, {pushed, 1, 0}, {written, 2, 100_000_000_000L}}) {
      Jdbc.update(
          connection,
          """
          insert into payload (id, class, key, bytes, keyed_hash)
          select ? + g * 10 + 2 * k + ?, p.class, p.key, p.bytes, p.keyed_hash
          from generate_series(?, ?) as g cross join generate_series(0, 2) as k
          cross join (select * from payload where id = ?) as p
          """,
          of[2],
          of[1],
          from,
          to,
          of[0]);
    }
  }

  /** E-mails, as blind as those of real buyers. */
  static void terms(Connection connection, long from, long to, long person) throws SQLException {
    Jdbc.update(
        connection,
        """
        insert into vault.search_term (person_key, term, subject)
        select ?, decode(md5('e' || o % 200000), 'hex'), 'document:shop|' || md5(o::text)
        from generate_series(?::bigint * 3, ?::bigint * 3 + 2) as o
        on conflict do nothing
        """,
        person,
        from,
        to);
  }

  /** The next payloads get ids that no other will have. */
  static void beyond(Connection connection) throws SQLException {
    Jdbc.query(connection, "select setval('payload_id', 200000000000)", row -> row.getLong(1));
  }

  static void finish(Connection connection) throws SQLException {
    Jdbc.update(connection, TALLY);
    for (String sql : AFTERWARDS) {
      Jdbc.query(connection, sql, row -> row.getLong(1));
    }
  }

  /** As the server does by itself while a ledger grows. */
  static void analyze(Connection connection) throws SQLException {
    Jdbc.update(connection, "vacuum analyze");
  }

  static long bytes(Connection connection) throws SQLException {
    return Jdbc.query(
            connection,
            "select pg_database_size(current_database()) as bytes",
            row -> row.getLong("bytes"))
        .getFirst();
  }
}
