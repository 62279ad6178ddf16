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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a person should look at. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what waits, is tried again or failed, with the reason.")
public final class ListCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int most = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv())) {
      List<DeskStore.Entry> open =
          Transactions.run(records.database().general(), c -> new DeskStore().open(c, most));
      Entries.print(open, out);
      out.println(open.isEmpty() ? "nothing waits and nothing failed" : open.size() + " open");
      out.flush();
    }
    return 0;
  }
}
