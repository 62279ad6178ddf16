package dev.kontor.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Disturbance;
import dev.kontor.proof.merchant.Entrance;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.proof.merchant.Shelves;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hubs on one PostgreSQL, all of which are killed and paused while shop and ERP misbehave and
 * orders and stock flow. The seed is printed; {@code -Dkontor.soak.seed} repeats its dice. {@code
 * -Dkontor.full=true} makes it last a quarter of an hour.
 */
class SoakTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final long SEED = Long.getLong("kontor.soak.seed", System.nanoTime());
  private static final Duration DAY =
      Duration.ofSeconds(Long.getLong("kontor.soak.seconds", FULL ? 900 : 15));
  private static final int LEAST = FULL ? 60 : 4;

  /**
   * After how many calamities work must have gone on; until then they come on top of each other.
   */
  private static final int GOES_ON = 3;

  private static final int HUBS = 3;
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 3;
  private static final long PER_FIVE_MINUTES = 720;

  /** Of the budget, in thousandths: a day that asks less says nothing about it. */
  private static final long PRESSING = 600;

  private static final String CAPS =
      """
        connector: business-central
          limits: {concurrent-requests: %d, requests-per-5-minutes: %d}
      """
          .strip()
          .formatted(AT_ONCE, PER_FIVE_MINUTES);

  private static final Duration ERP_ANSWERS = Duration.ofMillis(100);
  private static final Duration PATIENCE = FULL ? Duration.ofMinutes(10) : Await.PATIENCE;
  private static final Set<String> POLLED = Set.of("orders", "stock");

  private final Random random = new Random(SEED);

  @Test
  @Timeout(3600)
  void threeHubsOnOneDatabaseLoseAndDoubleNothing(@TempDir Path directory) throws Exception {
    Figures.progress("SoakTest starts: -Dkontor.soak.seed=" + SEED);
    try (TwinPair pair = new TwinPair(Duration.ofSeconds(1), Duration.ofSeconds(3));
        Cluster cluster = new Cluster(directory, HUBS, LEASE, TwinPair.secrets());
        Entrance entrance = new Entrance(cluster.addresses(), Duration.ofSeconds(2))) {
      ErpTraffic traffic = new ErpTraffic(AT_ONCE, PER_FIVE_MINUTES);
      pair.erp().server().watch(traffic);
      cluster.start(
          pair.configuration(entrance.door(), "stock")
              .replace("connector: business-central", CAPS));
      pair.installApp(entrance.door());
      Shelves shelves = new Shelves(pair.truth());
      Buyers buyers = new Buyers(pair, shelves, new Random(random.nextLong()));
      Warehouse warehouse = new Warehouse(pair.erp(), new Random(random.nextLong()));
      Calamities calamities = new Calamities(cluster, new Random(random.nextLong()), LEASE);
      long seconds;
      try (Progress progress = new Progress(() -> state(pair, buyers, calamities, traffic))) {
        warehouse.fill();
        day(pair, cluster, buyers, warehouse, calamities, traffic);
        settle(pair, cluster, shelves);
        seconds = progress.seconds();
      }
      Aftermath aftermath = Aftermath.of(pair.truth(), buyers);
      LedgerStory story = cluster.story(buyers.transferred());
      String verified = cluster.verified();
      Figures.print(
          "SoakTest: %d hubs; %s; out-of-order=%d; stock-moves=%d articles-with-wrong-stock=%d; %s; failed-starts=%d; pushes %s; %s; tries %s; %d s; seed %d; %s"
              .formatted(
                  HUBS,
                  aftermath,
                  story.outOfOrder().size(),
                  warehouse.moves(),
                  shelves.wrong().size(),
                  calamities,
                  cluster.failedStarts(),
                  entrance.answers(),
                  traffic,
                  story.tries(),
                  seconds,
                  SEED,
                  verified.lines().filter(l -> l.startsWith("EXACTLY")).findFirst().orElse("")));
      assertThat(aftermath.wrong()).isEmpty();
      assertThat(aftermath.orders()).isEqualTo(buyers.placed());
      assertThat(aftermath.inErp()).isEqualTo(buyers.placed());
      assertThat(aftermath.doubledDebtors()).isEmpty();
      assertThat(story.outOfOrder()).isEmpty();
      assertThat(shelves.wrong()).isEmpty();
      assertThat(pair.truth().mails()).as("mails to buyers").isZero();
      assertThat(verified).startsWith("INTACT: ").contains("\nEXACTLY ONCE: ");
      assertThat(verified)
          .contains("\n  orders: %1$d source documents, %1$d effects, ".formatted(buyers.placed()));
      assertThat(cluster.failures()).isEmpty();
      assertThat(calamities.count()).isGreaterThanOrEqualTo(LEAST);
      assertThat(calamities.haveAllCome()).isTrue();
      assertThat(calamities.inFlight()).isPositive();
      assertThat(traffic.peak()).as("calls at once").isEqualTo(AT_ONCE);
      assertThat(traffic.busiestWindow()).isLessThanOrEqualTo((int) PER_FIVE_MINUTES);
      assertThat(traffic.usedPerMille()).as("of the budget").isBetween(PRESSING, 1000L);
      assertThat(entrance.answered(200)).isGreaterThan(buyers.placed());
    }
  }

  private static String state(
      TwinPair pair, Buyers buyers, Calamities calamities, ErpTraffic traffic) {
    return "%d orders placed, %d not in the ERP and answered yet, %d calamities, %s"
        .formatted(buyers.placed(), pair.truth().unanswered().size(), calamities.count(), traffic);
  }

  private void day(
      TwinPair pair,
      Cluster cluster,
      Buyers buyers,
      Warehouse warehouse,
      Calamities calamities,
      ErpTraffic traffic)
      throws Exception {
    Pace ordering = new Pace(new Random(random.nextLong()), Duration.ofMillis(FULL ? 2000 : 800));
    Pace moving = new Pace(new Random(random.nextLong()), Duration.ofSeconds(FULL ? 3 : 1));
    Pace between = new Pace(new Random(random.nextLong()), Duration.ofSeconds(FULL ? 4 : 2));
    AtomicBoolean isDay = new AtomicBoolean(true);
    long end = System.nanoTime() + DAY.toNanos();
    try (ExecutorService street = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> orders = street.submit(done(() -> buyers.orderWhile(isDay::get, ordering)));
      Future<?> moves = street.submit(done(() -> warehouse.work(isDay::get, moving)));
      try {
        while (System.nanoTime() < end || isQuiet(calamities, traffic, end)) {
          // Without Retry-After the pause after each 429 doubles: too long for the short form.
          int round = calamities.count() * (FULL ? 1 : 2);
          Disturbance.ofErp(pair.erp().dials(), round);
          pair.erp().dials().set("delayMs", ERP_ANSWERS.toMillis());
          Disturbance.ofShop(pair.shop().dials(), round);
          between.pause();
          calamities.next();
          if (calamities.count() % GOES_ON == 0) {
            goOn(cluster);
          }
        }
        isDay.set(false);
        orders.get();
        moves.get();
        cluster.awaitReady();
      } finally {
        isDay.set(false);
        street.shutdownNow();
      }
    }
  }

  /** Whether too little came yet; a day is not prolonged for ever. */
  private static boolean isQuiet(Calamities calamities, ErpTraffic traffic, long end) {
    boolean isQuiet =
        calamities.count() < LEAST
            || !calamities.haveAllCome()
            || traffic.usedPerMille() < PRESSING;
    return isQuiet && System.nanoTime() - end < PATIENCE.toNanos();
  }

  /** Whatever happened, work goes on without anybody's help. */
  private static void goOn(Cluster cluster) {
    try (LivingLedger ledger = cluster.ledger()) {
      long before = ledger.answered();
      await("another order answered", cluster, () -> ledger.answered() > before);
    }
  }

  private interface Doing {
    void run() throws Exception;
  }

  private static Callable<Object> done(Doing doing) {
    return () -> {
      doing.run();
      return "done";
    };
  }

  private static void settle(TwinPair pair, Cluster cluster, Shelves shelves) throws Exception {
    pair.erp().dials().reset();
    pair.shop().dials().reset();
    await(
        "every order in the ERP and answered", cluster, () -> pair.truth().unanswered().isEmpty());
    pair.erp().server().settle();
    await("exact stock", cluster, () -> shelves.wrong().isEmpty());
    cluster.hubs().getFirst().awaitRest(POLLED, PATIENCE);
  }

  private static void await(String what, Cluster cluster, BooleanSupplier condition) {
    Await.until(what, PATIENCE, condition, cluster::lastWords);
  }
}
