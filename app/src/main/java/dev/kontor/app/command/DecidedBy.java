package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.audit.AuditStore;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Who decides, for the ledger's record. */
final class DecidedBy {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides (default: ${DEFAULT-VALUE}).",
      defaultValue = "${sys:user.name}")
  private String name = "";

  String name() {
    return name;
  }

  /**
   * Carries a decision out beside a running hub or without one.
   *
   * @param done the word for what happened to a message
   * @return exit status: 1 if it did not reach every message
   */
  static int decide(
      HomeOption home,
      PrintWriter out,
      String done,
      Function<Decisions, Decisions.Result> decision) {
    try (Records records = Records.open(home.path(), System.getenv())) {
      Decisions.Result result =
          decision.apply(
              new Decisions(records.database().general(), new AuditStore(records.vault())));
      out.println(result.changed() + " " + done);
      result.untouched().forEach((id, why) -> out.println(id + " not " + done + ": it " + why));
      out.flush();
      return result.untouched().isEmpty() ? 0 : 1;
    }
  }
}
