package dev.kontor.app.command;

import dev.kontor.connector.businesscentral.pricing.PriceCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares computed Business Central sales prices with known ones. */
@Command(
    name = "check-prices",
    mixinStandardHelpOptions = true,
    description = "Compares computed Business Central sales prices with known ones.",
    footer = {
      "",
      "Computes unit price, line discount and line amount of sales lines as Business Central does",
      "with price lists. Exit status 1 if any differs."
    })
public final class CheckPricesCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "JSON list of {id, context, priceLines, expected}.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return new CaseFile(file).check(PriceCheck::run, spec.commandLine().getOut());
  }
}
