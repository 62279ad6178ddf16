package dev.kontor.engine.access;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.BlindIndex;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How often passwords may be guessed: in a quarter of an hour 5 times for a user and 20 times from
 * an address, in all processes together. Whether there is such a user makes no difference.
 */
public final class SignInLimit {

  private static final int OF_USER = 5;
  private static final int OF_ADDRESS = 20;

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
          TriesStore.Counted ofAddress = TriesStore.count(c, address(address));
          if (ofAddress.tries() == 1) {
            TriesStore.sweep(c);
          }
          if (ofAddress.tries() > OF_ADDRESS) {
            return Duration.ofSeconds(ofAddress.seconds());
          }
          TriesStore.Counted ofUser = TriesStore.count(c, user(user));
          return Duration.ofSeconds(ofUser.tries() > OF_USER ? ofUser.seconds() : 0);
        });
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

  private byte[] address(String address) {
    return index.of("sign-in-address", address);
  }
}
