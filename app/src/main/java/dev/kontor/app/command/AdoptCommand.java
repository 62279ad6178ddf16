package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationState;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.setup.KeptSetup;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a database this installation's own, because a person says so. */
@Command(
    name = "adopt",
    mixinStandardHelpOptions = true,
    description = "Makes a copied database this installation's own.",
    footer = {
      "",
      "Only if the original is stopped for good: two hubs on copies of one ledger would both write."
    })
public final class AdoptCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Records records = Records.open(home.path(), System.getenv())) {
      InstallationState state =
          new Installation(records.database().general(), records.identity()).adopt(null);
      records.seal();
      spec.commandLine()
          .getOut()
          .println(
              "adopted as installation "
                  + state.id()
                  + ", epoch "
                  + state.epoch()
                  + "; every order is looked up before it is created until all sources are read"
                  + " again");
      sayKept(KeptSetup.read(records.database().hot(), records.vault()).settings());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** A copy for trying things out must not reach the systems of the original by surprise. */
  private void sayKept(KeptSettings kept) {
    if (!kept.connections().isEmpty()) {
      spec.commandLine()
          .getOut()
          .println(
              "connections set up in the console came with it and reach the same systems: "
                  + String.join(", ", new TreeSet<>(kept.connections().keySet()))
                  + "; in a copy, put others of these names into the configuration file first");
    }
  }
}
