package dev.kontor.app.command;

import dev.kontor.app.demo.Assortment;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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

  /** The systems there are twins of. */
  enum Simulated {
    BUSINESS_CENTRAL,
    SHOPWARE
  }

  @Parameters(paramLabel = "SYSTEM", description = "business-central or shopware")
  private String system = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port on loopback (default: any free).")
  private int port = 0;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    switch (simulated()) {
      case BUSINESS_CENTRAL -> businessCentral();
      case SHOPWARE -> shopware();
    }
    return 0;
  }

  private Simulated simulated() {
    try {
      return Simulated.valueOf(system.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(),
          "There is no twin of '" + system + "'; use business-central or shopware");
    }
  }

  private void businessCentral() throws IOException, InterruptedException {
    var options = dev.kontor.twin.businesscentral.Options.real().listening("127.0.0.1", port);
    try (BusinessCentralTwin twin =
        BusinessCentralTwin.start(options, Assortment.demo().company())) {
      say("Business Central", twin.uri().toString());
      say("API", twin.apiUri().toString());
      say("tokens", twin.tokenUri().toString());
      say("client id", options.clientId());
      say("client secret", options.clientSecret());
      forever();
    }
  }

  private void shopware() throws IOException, InterruptedException {
    var options = dev.kontor.twin.shopware.Options.demo().port(port);
    try (ShopwareTwin twin = ShopwareTwin.start(options)) {
      say("Shopware", twin.uri().toString());
      say("API", twin.uri() + "/api");
      say("client id", dev.kontor.twin.shopware.Options.ACCESS_KEY);
      say("client secret", dev.kontor.twin.shopware.Options.SECRET);
      forever();
    }
  }

  private void say(String what, String value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-17s %s%n", what, value);
    out.flush();
  }

  private static void forever() throws InterruptedException {
    Thread.currentThread().join();
  }
}
