package dev.kontor.engine.vault;

import dev.kontor.engine.db.Columns;
import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a person may be found by; erasing the person deletes the terms with the key. */
public final class SearchTermStore {
  private static final String ADD =
      """
      insert into vault.search_term (person_key, term, subject)
      select t.person_key, t.term, t.subject
      from unnest(?::bigint[], ?::bytea[], ?::text[]) as t(person_key, term, subject)
      where exists (select from vault.key k where k.id = t.person_key)
      order by t.term, t.subject
      on conflict do nothing
      """;

  private static final String FIND =
      "select subject from vault.search_term where term = ? order by subject desc limit ?";

  private SearchTermStore() {}

  /**
   * @param personKey from {@link Vault#personKeyIds}
   * @param term from {@link BlindIndex#of}
   * @param subject what is found, such as {@code message:17}
   */
  public record Term(long personKey, byte[] term, String subject) {}

  /** Adds what is not there yet; terms of a person erased meanwhile are dropped. */
  public static void add(Connection connection, List<Term> terms) throws SQLException {
    Jdbc.update(
        connection,
        ADD,
        Columns.longs(terms, Term::personKey),
        Columns.bytes(terms, Term::term),
        Columns.texts(terms, Term::subject));
  }

  public static List<String> find(Connection connection, byte[] term, int limit)
      throws SQLException {
    return Jdbc.query(connection, FIND, row -> row.getString("subject"), term, limit);
  }
}
