package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.stock.StockLevelStore;
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
    description =
        "Shows every message of the document people know by that number, each with its attempts,"
            + " what a dry run would write, and of an article the stock each shop was told.")
public final class ShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "NUMBER", description = "For example the shop's order number.")
  private String number = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv())) {
      Payloads payloads = new Payloads(records.vault(), RetentionRule.STANDARD);
      History history =
          Transactions.run(records.database().general(), c -> History.of(c, number, payloads));
      history.print(out);
      List<StockLevelStore.Level> told =
          Transactions.run(
              records.database().general(), c -> new StockLevelStore().ofAllShops(c, number));
      told.forEach(level -> StockTold.level(level, out));
      boolean known = !history.isEmpty() || !told.isEmpty();
      if (!known) {
        out.println(unknown());
      }
      out.flush();
      return known ? 0 : 1;
    }
  }

  private String unknown() {
    return "nothing is known under the number "
        + number
        + "; what was not read yet or is held back stands in ./kontor list without number";
  }
}
