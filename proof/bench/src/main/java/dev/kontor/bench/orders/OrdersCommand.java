package dev.kontor.bench.orders;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders per second, beside Apache Camel with embedded Artemis in the same run. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = "Orders from webhook to stored outcome, beside Camel with Artemis.")
public final class OrdersCommand implements Callable<Integer> {

  @Option(
      names = "--orders",
      description =
          "Orders of one window; the first and the fourth are reported (${DEFAULT-VALUE}).")
  private int orders = 10_000;

  @Option(names = "--warm-up", description = "Orders before the first window (${DEFAULT-VALUE}).")
  private int warmUp = 3_000;

  @Option(
      names = "--rounds",
      description =
          "How often all is done, with fresh processes; medians count (${DEFAULT-VALUE}).")
  private int rounds = 1;

  @Option(names = "--seconds", description = "Length of each paced run (${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Override
  public Integer call() throws IOException {
    Report report = new Report(System.out);
    for (int round = 1; round <= rounds; round++) {
      report.add(new OrdersRound(warmUp, orders, seconds, report).run(round));
    }
    return report.conclude() ? 0 : 1;
  }
}
