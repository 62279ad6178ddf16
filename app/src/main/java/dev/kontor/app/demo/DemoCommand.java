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
    quieten();
    Story story = new Story(spec.commandLine().getOut());
    Assortment assortment = Assortment.demo();
    CountDownLatch closing = new CountDownLatch(1);
    try (DemoHome directory = directory();
        Systems systems = Systems.start(assortment);
        DemoHub hub = DemoHub.start(systems, directory, statusPort())) {
      CountDownLatch closed = new CountDownLatch(1);
      Thread stop = new Thread(() -> stop(closing, closed));
      Runtime.getRuntime().addShutdownHook(stop);
      introduce(story, systems, hub, directory);
      int status = run(story, systems, hub, new Shoppers(assortment, seed), closing);
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
      awaitArrival(world, watch, closing);
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

  /** Waits as long as something still arrives now and then. */
  private static void awaitArrival(World world, Watch watch, CountDownLatch closing)
      throws InterruptedException {
    int before = -1;
    long since = System.nanoTime();
    while (closing.getCount() > 0 && System.nanoTime() - since < PATIENCE.toNanos()) {
      int arrived = watch.arrived().size();
      if (arrived == world.live().size() && watch.stockSettled()) {
        return;
      }
      if (arrived != before) {
        before = arrived;
        since = System.nanoTime();
      }
      closing.await(Watch.EVERY.toMillis(), TimeUnit.MILLISECONDS);
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
    story.tell("shop       Shopware twin at " + systems.shopAddress());
    story.tell("ERP        Business Central twin at " + systems.erpAddress());
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
