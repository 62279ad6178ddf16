package dev.kontor.engine.access;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of users. Runs in the caller's transaction. */
final class UserStore {

  private static final String COLUMNS =
      "name, display, roles, password is null as by_provider, must_change, disabled, last_sign_in";

  private static final String ALL = "select " + COLUMNS + " from console_user order by name";
  private static final String BY_NAME = "select " + COLUMNS + " from console_user where name = ?";
  private static final String BY_SUBJECT =
      "select " + COLUMNS + " from console_user where issuer = ? and subject = ?";
  private static final String PASSWORD =
      "select password from console_user where name = ? and not disabled and password is not null";
  private static final String ADD =
      "insert into console_user (name, display, roles, password, must_change)"
          + " values (?, ?, ?, ?, ?) on conflict (name) do nothing";
  private static final String ADD_FIRST =
      "insert into console_user (name, display, roles, password, must_change)"
          + " select ?, ?, ?, ?, true where not exists (select from console_user)"
          + " on conflict (name) do nothing";
  private static final String ADD_FOREIGN =
      "insert into console_user (name, display, roles, issuer, subject)"
          + " values (?, ?, ?, ?, ?) on conflict (name) do nothing";
  private static final String CHANGE =
      "update console_user set display = ?, roles = ?, disabled = ? where name = ?";
  private static final String SET_PASSWORD =
      "update console_user set password = ?, must_change = ? where name = ? and password is not null";
  private static final String CHOOSE =
      "update console_user set password = ?, must_change = false"
          + " where name = ? and password = ? and not disabled";
  private static final String HOLD =
      "select name from console_user where name = ? and not disabled"
          + " and (?::text is null or password = ?) for no key update";
  private static final String BY_PROVIDER =
      "update console_user set display = ?, roles = ? where name = ? and not disabled";
  private static final String SIGNED_IN =
      "update console_user set last_sign_in = hub_now() where name = ?";

  // Nobody becomes or ceases to be an administrator between the look and the commit.
  private static final String LOCK = "lock table console_user in share row exclusive mode";
  private static final String ADMINISTRATORS =
      "select count(*) as n from console_user where 'administrator' = any(roles) and not disabled";

  private UserStore() {}

  static List<User> all(Connection connection) throws SQLException {
    return Jdbc.query(connection, ALL, UserStore::read);
  }

  static Optional<User> byName(Connection connection, String name) throws SQLException {
    return Jdbc.query(connection, BY_NAME, UserStore::read, name).stream().findFirst();
  }

  static Optional<User> bySubject(Connection connection, String issuer, String subject)
      throws SQLException {
    return Jdbc.query(connection, BY_SUBJECT, UserStore::read, issuer, subject).stream()
        .findFirst();
  }

  /** The hash of the password of who may sign in with it. */
  static Optional<String> password(Connection connection, String name) throws SQLException {
    return Jdbc.query(connection, PASSWORD, row -> row.getString("password"), name).stream()
        .findFirst();
  }

  static boolean add(
      Connection connection,
      String name,
      String display,
      List<Role> roles,
      String password,
      boolean mustChange)
      throws SQLException {
    return Jdbc.update(connection, ADD, name, display, words(roles), password, mustChange) > 0;
  }

  /** Of several processes that start at once on an empty table, one adds. */
  static boolean addFirst(
      Connection connection, String name, String display, List<Role> roles, String password)
      throws SQLException {
    return Jdbc.update(connection, ADD_FIRST, name, display, words(roles), password) > 0;
  }

  static boolean addForeign(
      Connection connection,
      String name,
      String display,
      List<Role> roles,
      String issuer,
      String subject)
      throws SQLException {
    return Jdbc.update(connection, ADD_FOREIGN, name, display, words(roles), issuer, subject) > 0;
  }

  static void change(
      Connection connection, String name, String display, List<Role> roles, boolean disabled)
      throws SQLException {
    Jdbc.update(connection, CHANGE, display, words(roles), disabled, name);
  }

  static boolean setPassword(
      Connection connection, String name, String password, boolean mustChange) throws SQLException {
    return Jdbc.update(connection, SET_PASSWORD, password, mustChange, name) > 0;
  }

  /** False if the password is not the old one any more, or the user was disabled. */
  static boolean choose(Connection connection, String name, String old, String chosen)
      throws SQLException {
    return Jdbc.update(connection, CHOOSE, chosen, name, old) > 0;
  }

  /**
   * Keeps the user as it is until the transaction ends.
   *
   * @param password hash that it must still have, null if none was looked at
   * @return whether the user may sign in
   */
  static boolean hold(Connection connection, String name, @Nullable String password)
      throws SQLException {
    return !Jdbc.query(connection, HOLD, row -> row.getString("name"), name, password, password)
        .isEmpty();
  }

  /** False if the user was disabled. */
  static boolean byProvider(Connection connection, String name, String display, List<Role> roles)
      throws SQLException {
    return Jdbc.update(connection, BY_PROVIDER, display, words(roles), name) > 0;
  }

  static void signedIn(Connection connection, String name) throws SQLException {
    Jdbc.update(connection, SIGNED_IN, name);
  }

  static void lock(Connection connection) throws SQLException {
    Jdbc.update(connection, LOCK);
  }

  static boolean hasAdministrator(Connection connection) throws SQLException {
    return Jdbc.query(connection, ADMINISTRATORS, row -> row.getInt("n")).getFirst() > 0;
  }

  private static String[] words(List<Role> roles) {
    return roles.stream().map(Role::word).toArray(String[]::new);
  }

  static List<Role> roles(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("roles").getArray()).map(Role::of).toList();
  }

  private static User read(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        row.getString("display"),
        roles(row),
        row.getBoolean("by_provider") ? User.Via.OIDC : User.Via.PASSWORD,
        row.getBoolean("must_change"),
        row.getBoolean("disabled"),
        Jdbc.instant(row, "last_sign_in"));
  }
}
