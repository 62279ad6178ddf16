package dev.kontor.app.command;

import dev.kontor.connector.businesscentral.pricing.PriceCheck;
import dev.kontor.connector.financeoperations.pricing.TradeAgreementCheck;
import dev.kontor.kit.cases.KnownCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Compares computed sales prices with known ones. */
@Command(
    name = "check-prices",
    mixinStandardHelpOptions = true,
    description = "Compares computed sales prices with known ones.",
    footer = {
      "",
      "Computes prices, discounts and amounts of sales lines as Business Central does with price",
      "lists, or as Finance & Operations does with trade agreements. Exit status 1 if any differs."
    })
public final class CheckPricesCommand implements Callable<Integer> {

  private static final Map<String, Function<JsonNode, List<KnownCases.Result>>> ENGINES =
      new TreeMap<>(
          Map.of(
              "business-central", PriceCheck::run,
              "finance-operations", TradeAgreementCheck::run));

  @Option(
      names = "--connector",
      paramLabel = "ID",
      description = "Whose prices they are (default: ${DEFAULT-VALUE}).")
  private String connector = "business-central";

  @Parameters(
      paramLabel = "FILE",
      description =
          "JSON list of {id, context, priceLines, expected}; for finance-operations {defaults,"
              + " examples}.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Function<JsonNode, List<KnownCases.Result>> engine = ENGINES.get(connector);
    if (engine == null) {
      throw new IllegalArgumentException(
          "--connector is "
              + connector
              + ", which has no price engine; give one of "
              + String.join(", ", ENGINES.keySet()));
    }
    return new CaseFile(file).check(engine, spec.commandLine().getOut());
  }
}
