package dev.kontor.engine.audit;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the ledger owes its targets and what it brought about there, counted in the database however
 * long the ledger is. Runs in the caller's transaction.
 */
final class EffectStore {

  /**
   * Messages of one flow that stand alike.
   *
   * @param event whether they are events; else notices
   * @param fault class of the fault, empty if none
   * @param missing whether they are done though nothing came of them
   */
  record Standing(
      String flow, boolean event, String state, String fault, boolean missing, long messages) {}

  /** Effects of a flow that are there more often than they are owed. */
  record Surplus(String flow, long effects) {}

  // An event is brought about by the confirmed intent of its key; what was found in the target
  // instead has a cross-reference only. An answer to a source is never found, always written. A
  // notice either is written itself, as stock is, or an event came of it. Of a debtor it does not
  // matter which shop asked for it.
  private static final String JUDGED =
      """
      with judged as (
        select m.id, m.flow, m.kind, m.event, m.source_id, m.number, m.state, m.fault,
          m.state = 'done' and case m.kind when 'event' then
            not exists (select from intent i where i.key = m.effect_key and i.state = 'confirmed')
            and (m.effect_key like '%|reply' or not exists (
              select from crossref c
              where c.target = split_part(m.effect_key, '|', 1)
                and c.entity = split_part(m.effect_key, '|', 2)
                and c.source_id = m.source_id
                and (c.entity = 'customer' or c.source = m.source)))
          else
            not exists (select from intent i where i.message = m.id and i.state = 'confirmed')
            and not exists (
              select from message e
              where e.source = m.source and e.source_id = m.source_id and e.flow = m.flow
                and e.kind = 'event')
          end as missing
        from message m)
      """;

  private static final String STANDINGS =
      JUDGED
          + """
          select flow, kind, state, coalesce(fault, '') as fault, missing, count(*) as messages
          from judged group by flow, kind, state, fault, missing order by flow
          """;

  private static final String MISSING =
      JUDGED
          + """
          select 'message ' || id || ' (' || flow || ' ' || event || coalesce(' of ' || number, '')
                 || ') is done, but nothing was written' as text
          from judged where missing order by id limit ?
          """;

  // What was created twice under one reference; what is one document in the target though there are
  // several in the source; and people with several debtors. One debtor may have several keys.
  private static final String DOUBLED =
      """
      with doubled as (
        select max(i.message) as message, count(*) - 1 as surplus,
               'created ' || count(*) || ' times in ' || i.target || ': '
               || string_agg(coalesce(i.result_number, i.result_id, i.key), ', ' order by i.key)
               as text
        from intent i where i.state = 'confirmed' and i.action = 'CREATE'
        group by i.target, i.entity, i.reference having count(*) > 1
        union all
        select %1$s,
               count(*) - 1,
               c.target || ' ' || c.entity || ' ' || coalesce(min(c.number), c.target_id)
               || ' stands for ' || count(*) || ' source documents'
        from crossref c where c.entity <> 'customer'
        group by c.target, c.entity, c.target_id having count(*) > 1
        union all
        select %1$s,
               count(distinct c.target_id) - 1,
               'one ' || c.entity || ' has ' || count(distinct c.target_id) || ' documents in '
               || c.target || ': ' || string_agg(coalesce(c.number, c.target_id), ', ')
        from crossref c where c.entity = 'customer'
        group by c.target, c.entity, c.source_id having count(distinct c.target_id) > 1)
      """
          .formatted(
              """
              (select max(m.id) from message m
               where m.source = any(array_agg(c.source)) and m.source_id = any(array_agg(c.source_id))
                 and m.effect_key like c.target || '|' || c.entity || '|%'
                 and m.effect_key not like '%|reply')\
              """);

  private static final String SURPLUS =
      DOUBLED
          + """
          select coalesce(m.flow, 'unknown') as flow, sum(d.surplus)::bigint as effects
          from doubled d left join message m on m.id = d.message group by 1 order by 1
          """;

  private static final String TWICE =
      DOUBLED
          + """
          select coalesce('message ' || message || ': ', '') || text as text
          from doubled order by message, text limit ?
          """;

  private EffectStore() {}

  static List<Standing> standings(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        STANDINGS,
        row ->
            new Standing(
                row.getString("flow"),
                row.getString("kind").equals("event"),
                row.getString("state"),
                row.getString("fault"),
                row.getBoolean("missing"),
                row.getLong("messages")));
  }

  static List<Surplus> surplus(Connection connection) throws SQLException {
    return Jdbc.query(
        connection, SURPLUS, row -> new Surplus(row.getString("flow"), row.getLong("effects")));
  }

  /** Done without effect, in words, the oldest first. */
  static List<String> missing(Connection connection, int most) throws SQLException {
    return Jdbc.query(connection, MISSING, row -> row.getString("text"), most);
  }

  /** There more than once, in words. */
  static List<String> doubled(Connection connection, int most) throws SQLException {
    return Jdbc.query(connection, TWICE, row -> row.getString("text"), most);
  }
}
