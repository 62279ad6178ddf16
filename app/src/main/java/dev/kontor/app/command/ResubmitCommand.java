package dev.kontor.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries failed and waiting messages again. */
@Command(
    name = "resubmit",
    mixinStandardHelpOptions = true,
    description =
        "Tries failed and waiting messages again, mapped anew with what holds now. What was"
            + " discarded stays discarded.")
public final class ResubmitCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();
  @Mixin private DecidedBy by = new DecidedBy();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As ./kontor list shows them.")
  private List<Long> ids = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason = "tried again";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return DecidedBy.decide(
        home,
        spec.commandLine().getOut(),
        "resubmitted",
        decisions -> decisions.resubmit(ids, by.name(), reason));
  }
}
