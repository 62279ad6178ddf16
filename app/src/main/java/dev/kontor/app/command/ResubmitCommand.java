package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries failed and waiting messages again. */
@Command(
    name = "resubmit",
    mixinStandardHelpOptions = true,
    description = "Tries failed and waiting messages again, mapped anew with what holds now.")
public final class ResubmitCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As ./kontor list shows them.")
  private List<Long> ids = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Records records = Records.open(home.path(), System.getenv())) {
      int count =
          Transactions.retrying(
              records.database().general(), c -> new DeskStore().resubmit(c, ids));
      spec.commandLine().getOut().println(count + " of " + ids.size() + " resubmitted");
      spec.commandLine().getOut().flush();
      return count == ids.size() ? 0 : 1;
    }
  }
}
