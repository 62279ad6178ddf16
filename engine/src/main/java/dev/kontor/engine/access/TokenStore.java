package dev.kontor.engine.access;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of tokens. Runs in the caller's transaction. */
final class TokenStore {

  private static final String COLUMNS = "id, name, rights, created, expires, last_used";
  private static final String ALL = "select " + COLUMNS + " from api_token order by id";
  private static final String FIND =
      "select "
          + COLUMNS
          + " from api_token where hash = ? and coalesce(expires > hub_now(), true)";
  private static final String ADD =
      "insert into api_token (name, rights, hash, expires)"
          + " values (?, ?, ?, hub_now() + ?::int * interval '1 day') returning id";
  private static final String REVOKE = "delete from api_token where id = ? returning name";
  private static final String USED =
      "update api_token set last_used = hub_now() where id = ?"
          + " and coalesce(last_used < hub_now() - interval '1 minute', true)";

  private TokenStore() {}

  static List<Token> all(Connection connection) throws SQLException {
    return Jdbc.query(connection, ALL, TokenStore::read);
  }

  /** Who has not expired. */
  static Optional<Token> find(Connection connection, byte[] hash) throws SQLException {
    return Jdbc.query(connection, FIND, TokenStore::read, (Object) hash).stream().findFirst();
  }

  static long add(
      Connection connection, String name, Set<Right> rights, byte[] hash, @Nullable Integer days)
      throws SQLException {
    String[] words = rights.stream().map(Right::word).toArray(String[]::new);
    return Jdbc.query(connection, ADD, row -> row.getLong("id"), name, words, hash, days)
        .getFirst();
  }

  /** The token's name, empty if there was none. */
  static Optional<String> revoke(Connection connection, long id) throws SQLException {
    return Jdbc.query(connection, REVOKE, row -> row.getString("name"), id).stream().findFirst();
  }

  static void used(Connection connection, long id) throws SQLException {
    Jdbc.update(connection, USED, id);
  }

  private static Token read(ResultSet row) throws SQLException {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (String word : (String[]) row.getArray("rights").getArray()) {
      rights.add(Right.of(word));
    }
    return new Token(
        row.getLong("id"),
        row.getString("name"),
        rights,
        Objects.requireNonNull(Jdbc.instant(row, "created")),
        Jdbc.instant(row, "expires"),
        Jdbc.instant(row, "last_used"));
  }
}
