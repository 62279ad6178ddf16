package dev.kontor.bench;

import dev.kontor.bench.calls.CallsCommand;
import dev.kontor.bench.catalog.CatalogCommand;
import dev.kontor.bench.console.ConsoleCommand;
import dev.kontor.bench.orders.OrdersCommand;
import dev.kontor.bench.orders.WebhooksCommand;
import dev.kontor.bench.resync.ResyncCommand;
import dev.kontor.bench.stock.StockCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./kontor bench}. */
@Command(
    name = "kontor bench",
    mixinStandardHelpOptions = true,
    description = "Measures the hub; the last line printed has the figures.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      OrdersCommand.class,
      WebhooksCommand.class,
      StockCommand.class,
      CatalogCommand.class,
      CallsCommand.class,
      ResyncCommand.class,
      ConsoleCommand.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
