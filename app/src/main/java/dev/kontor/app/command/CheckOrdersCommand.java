package dev.kontor.app.command;

import dev.kontor.app.verify.OrderCheck;
import dev.kontor.engine.Connectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads recorded orders and compares what the hub understood with known truth. */
@Command(
    name = "check-orders",
    mixinStandardHelpOptions = true,
    description = "Compares what the hub reads in recorded orders with known truth.",
    footer = {
      "",
      "Translates the recorded orders of a folder with the connector's shipped mapping and compares",
      "every figure with expected.json: one for all, or one in a folder for each order below orders.",
      "Exit status 1 if any differs."
    })
public final class CheckOrdersCommand implements Callable<Integer> {

  @Option(
      names = "--connector",
      paramLabel = "ID",
      description = "Whose orders they are (default: ${DEFAULT-VALUE}).")
  private String connector = "shopware";

  @Parameters(paramLabel = "DIR", description = "Folder with orders/*.json and expected.json.")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<OrderCheck.Result> results = OrderCheck.of(Connectors.installed(), connector).run(folder);
    PrintWriter out = spec.commandLine().getOut();
    results.forEach(
        r ->
            out.printf(
                "%-9s %s%s%n",
                r.equal() ? "equal" : "DIFFERENT",
                r.file(),
                r.equal() ? "" : ": " + String.join("; ", r.differences())));
    long equal = results.stream().filter(OrderCheck.Result::equal).count();
    out.println("equal=" + equal + " different=" + (results.size() - equal));
    out.flush();
    return equal == results.size() && !results.isEmpty() ? 0 : 1;
  }
}
