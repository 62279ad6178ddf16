package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Matching;
import dev.kontor.engine.match.LinkResult;
import dev.kontor.engine.match.ReviewFile;
import dev.kontor.engine.match.ReviewRow;
import dev.kontor.engine.observe.CallCount;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells the hub which document here is which document there. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Links what a reviewed file of ./kontor match says; writes to no system.",
    footer = {
      "",
      "Checks every row against both systems first and links nothing if one is wrong. A linked"
          + " order",
      "counts as transferred, a linked customer is the debtor of its orders, a linked article is",
      "written only where the shop has it otherwise. Linking a file twice changes nothing."
    })
public final class LinkCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The reviewed file (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("review.csv");

  @Option(names = "--correct", description = "Also replaces links that there are already.")
  private boolean correct;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    List<ReviewRow> rows = ReviewFile.read(file);
    CallCount calls = new CallCount();
    PrintWriter out = spec.commandLine().getOut();
    try (Records records = Records.open(home.path(), System.getenv());
        Matching matching =
            new Matching(
                config.load(records, connectors),
                connectors,
                records.database(),
                records.vault(),
                calls)) {
      LinkResult result = matching.link(file.toString(), rows, by.name(), correct);
      out.printf(
          "linked=%d already=%d skipped=%d calls=%d%n",
          result.linked(), result.already(), result.skipped(), calls.total());
      out.flush();
    }
    return 0;
  }
}
