package dev.kontor.engine.access;

import dev.kontor.engine.db.Transactions;
import java.util.Optional;
import javax.sql.DataSource;

/** Keys that open something once, in any process, within ten minutes of their making. */
public final class OneTimeKeys {

  private final DataSource database;
  private final SecretHash hash;

  OneTimeKeys(DataSource database, SecretHash hash) {
    this.database = database;
    this.hash = hash;
  }

  /**
   * @param purpose what it opens
   * @param detail given back to who shows the key; no secret
   */
  public String make(String purpose, String detail) {
    String key = SecretHash.fresh();
    Transactions.execute(
        database, c -> OneTimeKeyStore.add(c, hash.of("once " + purpose, key), detail));
    return key;
  }

  /**
   * As {@link #make}, for what anybody may ask for: the oldest of that purpose are forgotten.
   *
   * @param most keys of that purpose that are remembered
   */
  public String make(String purpose, String detail, int most) {
    String key = SecretHash.fresh();
    String beginning = purpose + ":";
    Transactions.execute(
        database,
        c -> {
          OneTimeKeyStore.add(c, hash.of("once " + purpose, key), beginning + detail);
          OneTimeKeyStore.keep(c, beginning, most);
        });
    return key;
  }

  /** What a key of {@link #make(String, String, int)} was made for; empty as with {@link #take}. */
  public Optional<String> takeOneOf(String purpose, String key) {
    return take(purpose, key).map(detail -> detail.substring(purpose.length() + 1));
  }

  /** What the key was made for; empty if it was used, is too old or was never made. */
  public Optional<String> take(String purpose, String key) {
    return Transactions.run(
        database, c -> OneTimeKeyStore.take(c, hash.of("once " + purpose, key)));
  }

  /** What a browser can be given to be known again by; stored nowhere here. */
  public String unguessable() {
    return SecretHash.fresh();
  }

  /** A secret that belongs to the key and only this installation can derive from it. */
  public String derived(String purpose, String key) {
    return hash.derived("of once " + purpose, key);
  }
}
