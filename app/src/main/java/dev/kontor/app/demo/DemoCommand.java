package dev.kontor.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Shows the hub at work without any account: simulated shop, simulated ERP, shoppers, warehouse.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the hub at work with a simulated shop and ERP; needs no account.",
    footer = {
      "",
      "Starts a simulated shop, a simulated ERP and the hub between them, lets shoppers order and"
          + " a",
      "warehouse move stock, and counts at the end what arrived, from both systems' own truth."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Duration QUICK = Duration.ofMillis(250);
  private static final Duration LEISURELY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int STATUS_PORT = 8081;

  @Option(
      names = "--orders",
      paramLabel = "N",
      description = "How many orders (default: until stopped; 20 with --exit).")
  private int orders = 0;

  @Option(
      names = "--erp",
      paramLabel = "ERP",
      description = "business-central or finance-operations (default: ${DEFAULT-VALUE}).")
  private String erp = "business-central";

  @Option(
      names = "--shop",
      paramLabel = "SHOP",
      description = "magento or shopware (default: ${DEFAULT-VALUE}).")
  private String shop = "shopware";

  @Option(
      names = "--exit",
      description = "Ends by itself; exit status 0 only if everything arrived exactly once.")
  private boolean exit;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Keeps database and configuration there (default: a temporary directory).")
  private @Nullable Path home;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Other carts (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    DemoShop.Start chosenShop = DemoShop.CHOICE.of(shop, spec.commandLine()).start();
    DemoErp.Start chosenErp = DemoErp.CHOICE.of(erp, spec.commandLine());
    quieten();
    Story story = new Story(spec.commandLine().getOut());
    CountDownLatch closing = new CountDownLatch(1);
    try (DemoHome directory = directory();
        Systems systems = Systems.start(chosenShop, chosenErp);
        DemoHub hub = DemoHub.start(systems, directory, statusPort())) {
      CountDownLatch closed = new CountDownLatch(1);
      Thread stop = new Thread(() -> stop(closing, closed));
      Runtime.getRuntime().addShutdownHook(stop);
      introduce(story, systems, hub, directory);
      int status =
          run(story, systems, hub, new Shoppers(systems.shop().assortment(), seed), closing);
      if (closing.getCount() > 0) {
        Runtime.getRuntime().removeShutdownHook(stop);
      } else {
        hub.close();
        closed.countDown();
      }
      return status;
    }
  }

  private int run(
      Story story, Systems systems, DemoHub hub, Shoppers shoppers, CountDownLatch closing)
      throws InterruptedException {
    Oversold oversold = new Oversold(story::shown);
    World world = new World(systems, story, oversold);
    int count = orders > 0 ? orders : exit ? 20 : Integer.MAX_VALUE;
    Duration pace = exit ? QUICK : LEISURELY;
    try (Watch watch = new Watch(world, story, oversold, hub.prefix())) {
      watch.start();
      new Day(world, shoppers, pace, closing).run(count);
      new Arrival(world, watch, hub).await(closing);
      if (!exit && closing.getCount() > 0) {
        story.tell("demo       the day is over; look around, Ctrl-C ends it");
        closing.await();
      }
      Verdict verdict = Verdict.of(world, hub.prefix());
      if (!verdict.good()) {
        hub.open().forEach(waiting -> story.tell("hub        " + waiting));
      }
      Summary.tell(story, verdict, oversold.bound(), List.copyOf(watch.arrived().values()));
      return verdict.good() ? 0 : 1;
    }
  }

  private DemoHome directory() throws IOException {
    if (home == null) {
      return DemoHome.temporaryOne();
    }
    return new DemoHome(Files.createDirectories(home.toAbsolutePath().normalize()), false);
  }

  /** The usual port if it is free, so that the address is the same each time. */
  private static int statusPort() throws IOException {
    try (ServerSocket usual = new ServerSocket(STATUS_PORT, 1, InetAddress.getLoopbackAddress())) {
      return usual.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  private static void introduce(Story story, Systems systems, DemoHub hub, DemoHome home) {
    DemoShop shop = systems.shop();
    DemoErp erp = systems.erp();
    story.tell("shop       %s twin at %s".formatted(shop.name(), shop.address()));
    story.tell("ERP        %s twin at %s".formatted(erp.name(), erp.address()));
    story.tell("hub        configured by " + home.config());
    story.tell("hub        console " + hub.console());
  }

  /** The story is on standard output; of the log only what is serious. */
  private static void quieten() {
    if (System.getProperty("kontor.log") == null) {
      System.setProperty("kontor.log", "ERROR");
      System.setProperty("kontor.log.libraries", "ERROR");
    }
  }

  private static void stop(CountDownLatch closing, CountDownLatch closed) {
    closing.countDown();
    try {
      closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
