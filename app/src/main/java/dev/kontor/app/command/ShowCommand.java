package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
        "Shows every message of the document people know by that number, each with its attempts.")
public final class ShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "NUMBER", description = "For example the shop's order number.")
  private String number = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  private record Told(DeskStore.Entry message, List<DeskStore.Attempt> attempts) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv())) {
      List<Told> story = Transactions.run(records.database().general(), this::story);
      for (Told told : story) {
        Entries.print(List.of(told.message()), out);
        Attempts.print(told.attempts(), out);
      }
      if (story.isEmpty()) {
        out.println(unknown());
      }
      out.flush();
      return story.isEmpty() ? 1 : 0;
    }
  }

  private List<Told> story(Connection connection) throws SQLException {
    DeskStore desk = new DeskStore();
    List<Told> story = new ArrayList<>();
    for (DeskStore.Entry message : desk.byNumber(connection, number)) {
      story.add(new Told(message, desk.attempts(connection, message.id())));
    }
    return story;
  }

  private String unknown() {
    return "nothing is known under the number "
        + number
        + "; what was not read yet or is held back stands in ./kontor list without number, and what"
        + " does not meet its flow's conditions was skipped without number";
  }
}
