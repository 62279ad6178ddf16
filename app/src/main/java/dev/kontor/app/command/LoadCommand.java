package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Loading;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.load.Load;
import dev.kontor.engine.load.Progress;
import dev.kontor.engine.observe.CallCount;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings over what was there before a flow was switched on. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Brings over what was there before a flow was switched on.",
    footer = {
      "",
      "Feeds the ledger and watches; a running hub does the work, after everything that happens",
      "meanwhile. Killed, it goes on where it was when it is started again. Of orders only the"
          + " open",
      "ones that meet the flow's conditions. Exit status 1 if something waits for a person."
    })
public final class LoadCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(1);

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();
  @Mixin private FlowOption flows = new FlowOption();

  @Option(
      names = "--without-match",
      paramLabel = "REASON",
      description = "Loads orders though nobody looked which of them the ERP has already.")
  private String reason = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    CallCount calls = new CallCount();
    PrintWriter out = spec.commandLine().getOut();
    boolean complete = true;
    try (Records records = Records.open(home.path(), System.getenv());
        Loading loading =
            new Loading(
                file.load(records, connectors),
                connectors,
                records.database(),
                records.vault(),
                calls)) {
      List<FlowConfig> chosen = flows.chosen(spec, "loaded", loading.flows(), List.of());
      if (chosen.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "name what to load with --flow: " + names(loading.flows()));
      }
      chosen.forEach(flow -> allowed(loading, flow));
      for (FlowConfig flow : chosen) {
        Load load = loading.begin(flow, by.name(), reason);
        complete &= load(load, new LoadStory(flow.name(), calls, out, loading.clock()));
      }
    }
    return complete ? 0 : 1;
  }

  private static List<String> names(List<FlowConfig> flows) {
    return flows.stream().map(FlowConfig::name).toList();
  }

  private void allowed(Loading loading, FlowConfig flow) {
    loading
        .obstacle(flow)
        .filter(obstacle -> reason.isBlank())
        .ifPresent(
            obstacle -> {
              throw new CommandLine.ParameterException(
                  spec.commandLine(),
                  flow.name() + ": " + obstacle + ", or give --without-match with a reason");
            });
  }

  private static boolean load(Load load, LoadStory story) {
    load.feed(story::fed);
    Progress progress = load.progress();
    while (!progress.isOver()) {
      story.tell(progress, load.isServed());
      LockSupport.parkNanos(LOOK.toNanos());
      progress = load.progress();
    }
    load.end();
    story.end(progress);
    return progress.waiting() + progress.dead() == 0;
  }
}
