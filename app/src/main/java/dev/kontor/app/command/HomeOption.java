package dev.kontor.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the installation keeps what it must not lose. */
public final class HomeOption {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Directory of database, keys and identity (default: ${DEFAULT-VALUE}).")
  private Path home = Path.of(".kontor");

  public Path path() {
    return home.toAbsolutePath().normalize();
  }
}
