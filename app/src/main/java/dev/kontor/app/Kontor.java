package dev.kontor.app;

import dev.kontor.app.command.AdoptCommand;
import dev.kontor.app.command.AlertsCommand;
import dev.kontor.app.command.BackupCommand;
import dev.kontor.app.command.CheckCommand;
import dev.kontor.app.command.CheckOrdersCommand;
import dev.kontor.app.command.CheckPricesCommand;
import dev.kontor.app.command.CheckTotalsCommand;
import dev.kontor.app.command.DiscardCommand;
import dev.kontor.app.command.KeyCommand;
import dev.kontor.app.command.LinkCommand;
import dev.kontor.app.command.ListCommand;
import dev.kontor.app.command.LoadCommand;
import dev.kontor.app.command.MatchCommand;
import dev.kontor.app.command.PersonCommand;
import dev.kontor.app.command.PlainErrors;
import dev.kontor.app.command.ReconcileCommand;
import dev.kontor.app.command.RestoreCommand;
import dev.kontor.app.command.ResubmitCommand;
import dev.kontor.app.command.ServeCommand;
import dev.kontor.app.command.ShowCommand;
import dev.kontor.app.command.StockCommand;
import dev.kontor.app.command.TokenCommand;
import dev.kontor.app.command.TwinCommand;
import dev.kontor.app.command.UnlinkCommand;
import dev.kontor.app.command.UserCommand;
import dev.kontor.app.command.VerifyLedgerCommand;
import dev.kontor.app.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit status: 0 all is well, 1 it is not, 2 the command was mistyped. */
@Command(
    name = "kontor",
    mixinStandardHelpOptions = true,
    version = "kontor 0.1.0",
    description = "A hub between webshops and Microsoft Dynamics 365.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "  test           Builds and tests everything (--full: the long tests too)",
      "  bench          Measures the hub (bench --help says what)",
      "  new-connector  Begins a connector as a copy of the example",
      "  certify        Runs the connectors' contracts and writes docs/certification.md"
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      ListCommand.class,
      ShowCommand.class,
      StockCommand.class,
      ResubmitCommand.class,
      DiscardCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      AdoptCommand.class,
      VerifyLedgerCommand.class,
      PersonCommand.class,
      KeyCommand.class,
      UserCommand.class,
      TokenCommand.class,
      AlertsCommand.class,
      MatchCommand.class,
      LinkCommand.class,
      UnlinkCommand.class,
      LoadCommand.class,
      ReconcileCommand.class,
      CheckOrdersCommand.class,
      CheckTotalsCommand.class,
      CheckPricesCommand.class,
      TwinCommand.class
    })
public final class Kontor {

  private Kontor() {}

  /** The whole command line; streams can be redirected on it. */
  public static CommandLine commandLine() {
    return new CommandLine(new Kontor())
        .setExecutionExceptionHandler(new PlainErrors())
        .setUsageHelpLongOptionsMaxWidth(28)
        .setUsageHelpWidth(100);
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }
}
