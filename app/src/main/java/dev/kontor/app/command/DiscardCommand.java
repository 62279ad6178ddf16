package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives messages up for good. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    description = "Gives messages up for good; who decided it and why is kept.")
public final class DiscardCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As ./kontor list shows them.")
  private List<Long> ids = List.of();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String by = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Records records = Records.open(home.path(), System.getenv())) {
      int count =
          Transactions.retrying(
              records.database().general(), c -> new DeskStore().discard(c, ids, by, reason));
      spec.commandLine().getOut().println(count + " of " + ids.size() + " discarded");
      spec.commandLine().getOut().flush();
      return count == ids.size() ? 0 : 1;
    }
  }
}
