package dev.kontor.app.hub;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.observe.Watch;
import java.nio.file.Path;
import java.util.Map;

/** Puts the hub of an installation together. */
public final class HubFactory {

  private HubFactory() {}

  /**
   * Opens the installation; closing the hub closes all of it. Nothing runs before {@link
   * Hub#start}.
   *
   * @param watch looks at the hub while it works
   * @throws NotOursException if the database is a copy or another installation's
   */
  public static Hub open(
      HubConfig config,
      Connectors connectors,
      Path home,
      Map<String, String> environment,
      Watch watch) {
    Records records = Records.open(home, environment);
    try {
      ours(records);
      return over(records, records.database(), config, connectors, environment, watch);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /**
   * @throws NotOursException if the database is a copy or another installation's
   */
  static void ours(Records records) {
    InstallationCheck check =
        new Installation(records.database().hot(), records.identity()).check();
    switch (check) {
      case InstallationCheck.Ok _ -> {}
      case InstallationCheck.Mismatch mismatch -> throw new NotOursException(mismatch.reason());
    }
  }

  /** One over records that stay open when it closes, if others close that database. */
  static Hub over(
      Records records,
      Database database,
      HubConfig config,
      Connectors connectors,
      Map<String, String> environment,
      Watch watch) {
    return new Hub(
        config,
        connectors,
        database,
        records.vault(),
        LeaseSetting.over(HubSettings.standard(records.home()), environment),
        watch);
  }
}
