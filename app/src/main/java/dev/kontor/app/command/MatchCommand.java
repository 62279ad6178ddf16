package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Matching;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.match.Matches;
import dev.kontor.engine.match.Pair;
import dev.kontor.engine.match.ReviewFile;
import dev.kontor.engine.observe.CallCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds what two systems both know before anything flows between them. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = "Finds what both systems have already, for review; writes to none of them.",
    footer = {
      "",
      "Articles by number, customers by VAT id, else e-mail, open orders by the external reference",
      "under which the ERP has them. Writes a file with ids and numbers, which only its owner may",
      "read. Change 'ask' to link or skip there, then: ./kontor link --file review.csv"
    })
public final class MatchCommand implements Callable<Integer> {

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private FlowOption flows = new FlowOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to review (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("review.csv");

  @Option(
      names = "--reference-prefix",
      paramLabel = "TEXT",
      description = {
        "What stands before the shop's order numbers in the ERP, beside the connection's own",
        "referencePrefix; '' for nothing. May be given several times."
      })
  private Set<String> prefixes = Set.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Connectors connectors = Connectors.installed();
    PrintWriter said = spec.commandLine().getOut();
    CallCount calls = new CallCount();
    List<Pair> pairs = new ArrayList<>();
    try (Records records = Records.open(home.path(), System.getenv());
        Matching matching =
            new Matching(
                file.load(records, connectors),
                connectors,
                records.database(),
                records.vault(),
                calls)) {
      List<FlowConfig> enabled = matching.flows().stream().filter(FlowConfig::enabled).toList();
      for (FlowConfig flow : flows.chosen(spec, "matched", matching.flows(), enabled)) {
        FoundMatches found = new FoundMatches(flow, said);
        found.begin();
        int before = calls.total();
        Matches matches = matching.compare(flow, prefixes, found::progress);
        pairs.addAll(matches.pairs());
        found.end(matches, calls.total() - before);
      }
    }
    ReviewFile.write(out, pairs);
    said.println("pairs=" + pairs.size() + " file=" + out);
    said.flush();
    return 0;
  }
}
