package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationState;
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
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
