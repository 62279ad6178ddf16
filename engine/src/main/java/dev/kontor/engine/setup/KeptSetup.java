package dev.kontor.engine.setup;

import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.Vault;
import javax.sql.DataSource;

/**
 * What is set up in the console, as it is in the database.
 *
 * @param version rises with every change; 0 if there was none
 */
public record KeptSetup(long version, KeptSettings settings) {

  /**
   * @param database a pool other than the vault's
   */
  public static KeptSetup read(DataSource database, Vault vault) {
    SetupStore store = new SetupStore(vault);
    return Transactions.run(database, c -> new KeptSetup(store.version(c), store.read(c)));
  }
}
