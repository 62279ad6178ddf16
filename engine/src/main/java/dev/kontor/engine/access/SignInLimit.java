package dev.kontor.engine.access;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.BlindIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How often passwords may be guessed: in a quarter of an hour 5 times for a user and 20 times from
 * an address, in all processes together. Whether there is such a user makes no difference. Sign-ins
 * at an identity provider may be begun 60 times from an address and not ended.
 */
public final class SignInLimit {

  private static final int OF_USER = 5;
  private static final int OF_ADDRESS = 20;
  private static final int BEGUN = 60;

  private final DataSource database;
  private final BlindIndex index;

  SignInLimit(DataSource database, BlindIndex index) {
    this.database = database;
    this.index = index;
  }

  /**
   * Counts a try before its password is looked at. What comes from an address that tried too often
   * locks nobody out.
   *
   * @return how long to wait instead, zero if it may be looked at
   */
  public Duration count(String user, String address) {
    return Transactions.retrying(
        database,
        c -> {
          TriesStore.Counted ofAddress = counted(c, address(address));
          if (ofAddress.tries() > OF_ADDRESS) {
            return Duration.ofSeconds(ofAddress.seconds());
          }
          TriesStore.Counted ofUser = TriesStore.count(c, user(user));
          return Duration.ofSeconds(ofUser.tries() > OF_USER ? ofUser.seconds() : 0);
        });
  }

  private static TriesStore.Counted counted(Connection connection, byte[] subject)
      throws SQLException {
    TriesStore.Counted counted = TriesStore.count(connection, subject);
    if (counted.tries() == 1) {
      TriesStore.sweep(connection);
    }
    return counted;
  }

  /**
   * Counts a sign-in at an identity provider before it is begun.
   *
   * @return how long to wait instead, zero if it may be begun
   */
  public Duration begin(String address) {
    TriesStore.Counted counted =
        Transactions.retrying(database, c -> counted(c, provider(address)));
    return Duration.ofSeconds(counted.tries() > BEGUN ? counted.seconds() : 0);
  }

  /** The identity provider let somebody in: takes the beginning off the address. */
  public void ended(String address) {
    Transactions.execute(database, c -> TriesStore.forgive(c, provider(address)));
  }

  /** The password was right: forgets the user's tries and takes this one off the address. */
  public void right(String user, String address) {
    Transactions.execute(
        database,
        c -> {
          TriesStore.forgive(c, address(address));
          TriesStore.forget(c, user(user));
        });
  }

  /** Lets a user try again at once. */
  public void forget(String user) {
    Transactions.execute(database, c -> TriesStore.forget(c, user(user)));
  }

  // What is typed as a user may be a password; it is not stored.
  private byte[] user(String name) {
    return index.of("sign-in-user", name);
  }

  private byte[] provider(String address) {
    return index.of("sign-in-provider", address);
  }

  private byte[] address(String address) {
    return index.of("sign-in-address", address);
  }
}
