package dev.kontor.app.hub;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.config.HubConfig;
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
      InstallationCheck check =
          new Installation(records.database().hot(), records.identity()).check();
      return switch (check) {
        case InstallationCheck.Ok ok ->
            new Hub(
                config,
                connectors,
                records.database(),
                records.vault(),
                LeaseSetting.over(HubSettings.standard(home), environment),
                watch);
        case InstallationCheck.Mismatch mismatch -> throw new NotOursException(mismatch.reason());
      };
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }
}
