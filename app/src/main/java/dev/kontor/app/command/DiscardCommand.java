package dev.kontor.app.command;

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
    description = "Gives messages up for good; who decided it and why is kept.",
    footer = {
      "",
      "A discarded order is never transferred, later changes of it included, and no longer lowers",
      "the stock that the shops are told. It cannot be resubmitted."
    })
public final class DiscardCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As ./kontor list shows them.")
  private List<Long> ids = List.of();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return DecidedBy.decide(
        home,
        spec.commandLine().getOut(),
        "discarded",
        decisions -> decisions.discard(ids, by.name(), reason));
  }
}
