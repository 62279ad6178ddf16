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
 * Who is signed in, known to all processes on the database. A session ends half an hour after its
 * last use, twelve hours after its beginning, or when the person signs out.
 */
public final class Sessions {

  private final DataSource database;
  private final AuditStore audit;
  private final SecretHash hash;

  Sessions(DataSource database, AuditStore audit, SecretHash hash) {
    this.database = database;
    this.audit = audit;
    this.hash = hash;
  }

  /**
   * Signs a user in of whom no password was looked at.
   *
   * @param via how, for the audit
   * @return what the browser's cookie holds from now on, never used before
   * @throws AccessException if the user is disabled
   */
  public String begin(String user, String via) {
    return begin(user, via, null)
        .orElseThrow(() -> AccessException.conflict("user", user + " is disabled here"));
  }

  /**
   * Signs a user in.
   *
   * @param password hash that was looked at
   * @return empty if the user was disabled or given another password since
   */
  public Optional<String> begin(String user, String via, @Nullable String password) {
    String secret = SecretHash.fresh();
    return Transactions.retrying(
        database,
        c -> {
          if (!UserStore.hold(c, user, password)) {
            return Optional.empty();
          }
          SessionStore.begin(c, id(secret), user);
          UserStore.signedIn(c, user);
          record(c, "access.signed-in", user, via);
          return Optional.of(secret);
        });
  }

  /**
   * Who is signed in with that cookie.
   *
   * @param attended whether a person asks, which keeps the session alive
   */
  public Optional<User> find(String secret, boolean attended) {
    byte[] id = id(secret);
    return Transactions.run(
        database,
        c -> {
          Optional<SessionStore.Found> found = SessionStore.find(c, id);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          if (attended && found.get().stale()) {
            SessionStore.used(c, id);
          }
          return UserStore.byName(c, found.get().user());
        });
  }

  /** Signs a user out, in every process. */
  public void end(String secret, String user) {
    Transactions.execute(
        database,
        c -> {
          SessionStore.end(c, id(secret));
          record(c, "access.signed-out", user, "");
        });
  }

  /** Puts a sign-in that was refused on record; whom it was for only if there is such a user. */
  public void refused(Optional<User> user, String via) {
    Transactions.execute(
        database, c -> record(c, "access.refused", user.map(User::name).orElse("-"), via));
  }

  /** What a page of this session proves to be one with, derived from the cookie's secret. */
  public String csrf(String secret) {
    return hash.derived("csrf", secret);
  }

  private byte[] id(String secret) {
    return hash.of("session", secret);
  }

  private void record(Connection connection, String kind, String user, String details)
      throws SQLException {
    audit.append(connection, List.of(AuditRow.of(kind, "user:" + user, details)));
  }
}
