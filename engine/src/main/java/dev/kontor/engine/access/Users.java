package dev.kontor.engine.access;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in. Passwords come here as hashes only. Whatever changes leaves an audit
 * row that says by whom, in the same transaction.
 */
public final class Users {

  private final DataSource database;
  private final AuditStore audit;

  Users(DataSource database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /** By name. */
  public List<User> all() {
    return Transactions.run(database, UserStore::all);
  }

  public Optional<User> find(String name) {
    return Transactions.run(database, c -> UserStore.byName(c, name));
  }

  /** The hash of the password of who may sign in with one. */
  public Optional<String> password(String name) {
    return Transactions.run(database, c -> UserStore.password(c, name));
  }

  /**
   * Makes the first administrator if there is no user at all.
   *
   * @return whether it did
   */
  public boolean addFirst(String passwordHash) {
    return Transactions.run(
        database,
        c -> {
          boolean added =
              UserStore.addFirst(
                  c, User.FIRST, "Administrator", List.of(Role.ADMINISTRATOR), passwordHash);
          if (added) {
            record(c, "access.user-added", User.FIRST, "administrator", "first start");
          }
          return added;
        });
  }

  /**
   * Adds a user who signs in with a password.
   *
   * @param mustChange whether the password only serves to set another
   * @param by who adds
   * @throws AccessException if the name is taken or something cannot be stored
   */
  public void add(
      String name,
      String display,
      List<Role> roles,
      String passwordHash,
      boolean mustChange,
      String by) {
    String user = User.checkedName(name);
    String shown = User.checkedDisplay(display);
    List<Role> given = User.checkedRoles(roles);
    Transactions.execute(
        database,
        c -> {
          if (!UserStore.add(c, user, shown, given, passwordHash, mustChange)) {
            throw AccessException.conflict(
                "user",
                "user " + user + " is there already; take another name, or change that user");
          }
          record(c, "access.user-added", user, words(given), by);
        });
  }

  /**
   * Changes what is not null. Who is disabled is signed out at once.
   *
   * @throws AccessException if there is no such user, the roles are the identity provider's to
   *     give, or nobody could administer any more
   */
  public User change(
      String name,
      @Nullable String display,
      @Nullable List<Role> roles,
      @Nullable Boolean disabled,
      String by) {
    return Transactions.run(
        database,
        c -> {
          UserStore.lock(c);
          User before = known(c, name);
          User after = changed(before, display, roles, disabled);
          UserStore.change(c, name, after.display(), after.roles(), after.disabled());
          if (isAdministrator(before) && !UserStore.hasAdministrator(c)) {
            throw AccessException.conflict(
                "user", name + " is the last administrator; make another user administrator first");
          }
          if (after.disabled()) {
            SessionStore.endAllOf(c, name);
          }
          record(c, "access.user-changed", name, difference(after), by);
          return after;
        });
  }

  private static User changed(
      User user, @Nullable String display, @Nullable List<Role> roles, @Nullable Boolean disabled) {
    if (roles != null && user.via() == User.Via.OIDC) {
      throw AccessException.conflict(
          "user",
          "roles of " + user.name() + " come from the identity provider; change them there");
    }
    return new User(
        user.name(),
        display == null ? user.display() : User.checkedDisplay(display),
        roles == null ? user.roles() : User.checkedRoles(roles),
        user.via(),
        user.mustChange(),
        disabled == null ? user.disabled() : disabled,
        user.lastSignIn());
  }

  private static boolean isAdministrator(User user) {
    return user.roles().contains(Role.ADMINISTRATOR) && !user.disabled();
  }

  /**
   * Gives a user a password that only serves to set another, and signs the user out everywhere.
   *
   * @throws AccessException if there is no such user, or one without password
   */
  public void reset(String name, String passwordHash, String by) {
    Transactions.retrying(
        database,
        c -> {
          User user = known(c, name);
          if (!UserStore.setPassword(c, name, passwordHash, /* mustChange= */ true)) {
            throw AccessException.conflict(
                "user", name + " has no password here; the identity provider signs this user in");
          }
          ended(c, "access.password-reset", name, by);
          return user;
        });
  }

  /**
   * Sets the password that the user chose, and signs the user out everywhere.
   *
   * @param old hash of the password that was looked at
   * @return false if that is not the user's any more, or the user was disabled
   */
  public boolean choose(String name, String old, String chosen) {
    return Transactions.retrying(
        database,
        c -> {
          boolean chose = UserStore.choose(c, name, old, chosen);
          if (chose) {
            ended(c, "access.password-changed", name, name);
          }
          return chose;
        });
  }

  private void ended(Connection connection, String kind, String name, String by)
      throws SQLException {
    SessionStore.endAllOf(connection, name);
    record(connection, kind, name, "all sessions ended", by);
  }

  /**
   * Who the identity provider says it is, known from now on, with the roles it gives now.
   *
   * @param name for the audit; taken over only at the first sign-in
   * @return empty if the person is disabled here
   * @throws AccessException if another user has that name
   */
  public Optional<User> fromProvider(
      String issuer, String subject, String name, String display, List<Role> roles) {
    String shown = User.checkedDisplay(display);
    return Transactions.run(
        database,
        c -> {
          Optional<User> known = UserStore.bySubject(c, issuer, subject);
          if (known.isEmpty()) {
            return Optional.of(newcomer(c, issuer, subject, User.checkedName(name), shown, roles));
          }
          User user = known.get();
          if (!UserStore.byProvider(c, user.name(), shown, roles)) {
            return Optional.empty();
          }
          if (!user.roles().equals(roles)) {
            record(c, "access.user-changed", user.name(), words(roles), "identity provider");
          }
          return UserStore.byName(c, user.name());
        });
  }

  private User newcomer(
      Connection connection,
      String issuer,
      String subject,
      String name,
      String display,
      List<Role> roles)
      throws SQLException {
    if (!UserStore.addForeign(connection, name, display, roles, issuer, subject)) {
      throw AccessException.conflict(
          "user",
          "another user is called " + name + " here; an administrator must tell them apart");
    }
    record(connection, "access.user-added", name, words(roles), "identity provider");
    return known(connection, name);
  }

  private static User known(Connection connection, String name) throws SQLException {
    return UserStore.byName(connection, name)
        .orElseThrow(() -> AccessException.unknown("user", "user " + name + " is unknown"));
  }

  private void record(Connection connection, String kind, String user, String what, String by)
      throws SQLException {
    audit.append(connection, List.of(AuditRow.of(kind, "user:" + user, what + " (" + by + ")")));
  }

  private static String difference(User user) {
    return words(user.roles()) + (user.disabled() ? ", disabled" : "");
  }

  private static String words(List<Role> roles) {
    return String.join(" ", roles.stream().map(Role::word).toList());
  }
}
