package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.match.Unlinking;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a link back that was wrong. */
@Command(
    name = "unlink",
    mixinStandardHelpOptions = true,
    description = "Takes back that a document here is a document there; writes to no system.",
    footer = {
      "",
      "The hub looks at it once more: an unlinked order is transferred, an unlinked customer's",
      "debtor is looked for or made when an order needs it, an unlinked article counts as new.",
      "To put another link in its place, use ./kontor link --correct. What the hub itself made",
      "stays linked."
    })
public final class UnlinkCommand implements Callable<Integer> {

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Option(names = "--flow", required = true, paramLabel = "NAME", description = "The link's flow.")
  private String flow = "";

  @Option(
      names = "--number",
      required = true,
      paramLabel = "NUMBER",
      description = "Number or id in the flow's target; of shared customers the account's id, too.")
  private String number = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Records records = Records.open(home.path(), System.getenv())) {
      HubConfig read = config.load(records, Connectors.installed());
      Unlinking unlinking =
          new Unlinking(
              records.database().general(), new AuditStore(records.vault()), read.flows());
      int taken = unlinking.take(chosen(unlinking.flows()), number, by.name(), reason);
      spec.commandLine().getOut().println("unlinked=" + taken);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private FlowConfig chosen(List<FlowConfig> flows) {
    return flows.stream()
        .filter(one -> one.name().equals(flow))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--flow="
                        + flow
                        + " is none of the flows that have links: "
                        + flows.stream().map(FlowConfig::name).toList()));
  }
}
