package dev.kontor.app.command;

import dev.kontor.connector.businesscentral.totals.TotalsCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares predicted Business Central totals with known ones. */
@Command(
    name = "check-totals",
    mixinStandardHelpOptions = true,
    description = "Compares predicted Business Central totals with known ones.",
    footer = {
      "",
      "Predicts the totals of sales documents as Business Central computes them. Exit status 1 if any",
      "differs."
    })
public final class CheckTotalsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "JSON list of {id, document, expected}.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return new CaseFile(file).check(TotalsCheck::run, spec.commandLine().getOut());
  }
}
