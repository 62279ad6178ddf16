package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.privacy.KeyRotation;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The master key, for whoever has the machine. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "rotate",
    description = "Replaces the master key, which wraps all other keys.")
public final class KeyCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Moves every key to a new master key and lets the old one go.",
      footer = {
        "",
        "Also while hubs run. Stopped anywhere, run it again. Backups of keys made before need the old",
        "master key: make a new backup and keep a copy of the new master key in your own safe.",
        "With KONTOR_MASTER_KEY, first put the new key in front of it and restart every hub."
      })
  int rotate(@Mixin HomeOption home, @Mixin DecidedBy by) {
    PrintWriter out = spec.commandLine().getOut();
    KeyRotation.Result result;
    try (Records records = Records.open(home.path(), System.getenv())) {
      result = records.rotation(System.getenv()).rotate(by.name());
    }
    out.println(result.rewrapped() + " keys rewrapped by master key " + result.current());
    out.println(
        result.retired().isEmpty()
            ? "no older master key wrapped anything"
            : "retired " + String.join(", ", result.retired()));
    if (result.inEnvironment()) {
      out.println("KONTOR_MASTER_KEY needs its first key only; shorten it at the next restart");
    }
    out.println("make a backup now, and keep the new master key in your own safe");
    out.flush();
    return 0;
  }
}
