package dev.kontor.engine.access;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The access of programs. A token is shown once and stored as a keyed hash. */
public final class Tokens {

  /** Says to whoever finds one, people and scanners, what it is. */
  private static final String BEGINNING = "kontor_";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._-]{1,60}");
  private static final int MOST_DAYS = 3650;

  private final DataSource database;
  private final AuditStore audit;
  private final SecretHash hash;

  Tokens(DataSource database, AuditStore audit, SecretHash hash) {
    this.database = database;
    this.audit = audit;
    this.hash = hash;
  }

  /**
   * A token just made.
   *
   * @param secret what the program sends; cannot be had again
   */
  public record Made(long id, String secret) {
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /** Oldest first, expired ones included. */
  public List<Token> all() {
    return Transactions.run(database, TokenStore::all);
  }

  /**
   * @param days until it expires, null: never
   * @param by who makes it
   * @throws AccessException if something cannot be stored
   */
  public Made create(String name, Set<Right> rights, @Nullable Integer days, String by) {
    check(name, rights, days);
    String secret = BEGINNING + SecretHash.fresh();
    return Transactions.run(
        database,
        c -> {
          long id = TokenStore.add(c, name, rights, id(secret), days);
          record(c, "access.token-created", id, name + ": " + Right.words(rights), by);
          return new Made(id, secret);
        });
  }

  private static void check(String name, Set<Right> rights, @Nullable Integer days) {
    if (!NAME.matcher(name).matches()) {
      throw AccessException.bad("name", "must have 1 to 60 letters, digits, spaces and . _ -");
    }
    if (rights.isEmpty()) {
      throw AccessException.bad(
          "rights", "is empty; rights are " + Right.words(Set.of(Right.values())));
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw AccessException.bad("days", "must be 1 to " + MOST_DAYS + ", or null for ever");
    }
  }

  /**
   * @throws AccessException if there is no such token
   */
  public void revoke(long id, String by) {
    Transactions.execute(
        database,
        c -> {
          String name =
              TokenStore.revoke(c, id)
                  .orElseThrow(() -> AccessException.unknown("id", "token " + id + " is unknown"));
          record(c, "access.token-revoked", id, name, by);
        });
  }

  /** Whose token that is, unless it has expired. */
  public Optional<Token> find(String secret) {
    return Transactions.run(
        database,
        c -> {
          Optional<Token> token = TokenStore.find(c, id(secret));
          if (token.isPresent()) {
            TokenStore.used(c, token.get().id());
          }
          return token;
        });
  }

  private byte[] id(String secret) {
    return hash.of("token", secret);
  }

  private void record(Connection connection, String kind, long id, String what, String by)
      throws SQLException {
    audit.append(connection, List.of(AuditRow.of(kind, "token:" + id, what + " (" + by + ")")));
  }
}
