package dev.kontor.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which configuration holds. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("kontor.yaml");

  public Path file() {
    return file;
  }
}
