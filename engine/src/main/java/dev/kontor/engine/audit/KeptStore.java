package dev.kontor.engine.audit;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Deletes what has been kept long enough, by the database's clock, so many rows at once. */
final class KeptStore {

  // What was written is needed to compare both ends later; what is unfinished, by people.
  private static final String TRIES =
      """
      delete from attempt where id in (
        select a.id from attempt a join message m on m.id = a.message
        where a.at < ? and a.outcome <> 'Written' and m.finished is not null
        order by a.id limit ?)
      """;

  private static final String TERMS =
      """
      delete from vault.search_term where (term, subject) in (
        select term, subject from vault.search_term where created < ? limit ?)
      """;

  // One that is made for a document just now is stored with it soon; else it is made anew.
  private static final String KEYS =
      """
      delete from vault.key k
      where k.kind = 'person' and k.created < hub_now() - interval '1 day'
        and not exists (select from payload p where p.key = k.id)
        and not exists (select from vault.search_term t where t.person_key = k.id)
      """;

  private KeptStore() {}

  /** Tries before that time that came to nothing, of messages that are finished. */
  static int deleteTries(Connection connection, Instant before, int limit) throws SQLException {
    return Jdbc.update(connection, TRIES, before, limit);
  }

  /** What people were found by before that time. */
  static int deleteTerms(Connection connection, Instant before, int limit) throws SQLException {
    return Jdbc.update(connection, TERMS, before, limit);
  }

  /** Keys of persons of whom nothing is kept any more. */
  static int deleteIdleKeys(Connection connection) throws SQLException {
    return Jdbc.update(connection, KEYS);
  }
}
