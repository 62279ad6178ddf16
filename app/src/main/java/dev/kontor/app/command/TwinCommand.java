package dev.kontor.app.command;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.Choice;
import dev.kontor.app.demo.DemoErp;
import dev.kontor.app.demo.DemoShop;
import dev.kontor.app.demo.Simulated;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one simulated system to try things out with; the ERP knows what the shop sells. */
@Command(
    name = "twin",
    mixinStandardHelpOptions = true,
    description = "Runs a simulated system until it is told to stop.")
public final class TwinCommand implements Callable<Integer> {

  private static final int WIDTH = 17;
  private static final Choice<Start> TWINS = new Choice<>("twin of", twins());

  /** Starts any twin; a shop has articles of its own. */
  @FunctionalInterface
  private interface Start {
    Simulated start(Assortment assortment, int port) throws IOException;
  }

  private static Map<String, Start> twins() {
    Map<String, Start> twins = new HashMap<>();
    DemoErp.CHOICE.byName().forEach((name, erp) -> twins.put(name, erp::start));
    DemoShop.CHOICE
        .byName()
        .forEach((name, kind) -> twins.put(name, (none, port) -> kind.start().start(port)));
    return twins;
  }

  @Parameters(
      paramLabel = "SYSTEM",
      description = "business-central, finance-operations, magento or shopware")
  private String system = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port on loopback (default: any free).")
  private int port = 0;

  @Option(
      names = "--shop",
      paramLabel = "SHOP",
      description = "Whose articles an ERP knows: magento or shopware (default: ${DEFAULT-VALUE}).")
  private String shop = "shopware";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Simulated twin = start()) {
      Map<String, String> said = new LinkedHashMap<>();
      said.put(twin.name(), twin.address());
      said.putAll(twin.access());
      say(said);
      Thread.currentThread().join();
    }
    return 0;
  }

  private Simulated start() throws IOException {
    CommandLine line = spec.commandLine();
    DemoShop.Kind sells = DemoShop.CHOICE.of(shop, line);
    return TWINS.of(system, line).start(sells.sells().get(), port);
  }

  private void say(Map<String, String> said) {
    PrintWriter out = spec.commandLine().getOut();
    int width = said.keySet().stream().mapToInt(String::length).reduce(WIDTH, Math::max);
    said.forEach((what, value) -> out.printf("%-" + width + "s %s%n", what, value));
    out.flush();
  }
}
