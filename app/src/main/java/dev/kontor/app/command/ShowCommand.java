package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Payloads;
import java.io.PrintWriter;
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
            + " and what a dry run would write.")
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
      if (history.isEmpty()) {
        out.println(unknown());
      }
      out.flush();
      return history.isEmpty() ? 1 : 0;
    }
  }

  private String unknown() {
    return "nothing is known under the number "
        + number
        + "; what was not read yet or is held back stands in ./kontor list without number, and what"
        + " does not meet its flow's conditions was skipped without number";
  }
}
