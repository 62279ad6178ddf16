package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The story of one document. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows everything about the document people know by that number.")
public final class ShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "NUMBER", description = "For example the shop's order number.")
  private String number = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv())) {
      List<DeskStore.Entry> story =
          Transactions.run(records.database().general(), c -> new DeskStore().byNumber(c, number));
      Entries.print(story, out);
      if (story.isEmpty()) {
        out.println("nothing is known under the number " + number);
      }
      out.flush();
      return story.isEmpty() ? 1 : 0;
    }
  }
}
