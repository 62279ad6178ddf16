package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.setup.KeptSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which configuration holds: a file, and over it what is set up in the console. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("kontor.yaml");

  ConfigFile file(Connectors connectors) {
    return new ConfigFile(file, System.getenv(), connectors.schemas());
  }

  /** As a hub of that installation would run by it. */
  HubConfig load(Records records, Connectors connectors) {
    return file(connectors).load(kept(records));
  }

  /** The same for a command that needs no installation: where there is none, the file is all. */
  HubConfig load(HomeOption home, Connectors connectors) {
    ConfigFile config = file(connectors);
    config.written(); // one that cannot be read needs no database to say so
    if (!Files.exists(Records.identity(home.path()))) {
      return config.load(KeptSettings.NONE);
    }
    try (Records records = Records.open(home.path(), System.getenv())) {
      return config.load(kept(records));
    }
  }

  private static KeptSettings kept(Records records) {
    return KeptSetup.read(records.database().hot(), records.vault()).settings();
  }
}
