package dev.kontor.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Disturbance;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Pace;
import dev.kontor.proof.merchant.Shelves;
import dev.kontor.proof.merchant.TwinPair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the hub's process in the middle of its work on a disturbed day with every kind of
 * order and stock in motion. The seed is printed; {@code -Dkontor.kill.seed} repeats one. {@code
 * -Dkontor.full=true} makes the day long.
 */
class KillTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final int ORDERS = Integer.getInteger("kontor.kill.orders", FULL ? 2000 : 120);
  private static final int KILLS = Integer.getInteger("kontor.kill.kills", FULL ? 40 : 5);
  private static final long SEED = Long.getLong("kontor.kill.seed", System.nanoTime());
  private static final int ENOUGH = ORDERS / KILLS / 3;

  /** How long the orders of one life take to come, on average; some come after its kill. */
  private static final Duration WAVE = Duration.ofSeconds(8);

  /** So that calls can be met; the real system's take longer. */
  private static final Duration ERP_ANSWERS = Duration.ofMillis(100);

  private static final Duration PATIENCE = Await.PATIENCE.plusSeconds(ORDERS / 4);
  private static final Set<String> POLLED = Set.of("orders", "stock");

  private final Random random = new Random(SEED);

  @Test
  @Timeout(3600)
  void nothingIsLostDoubledOrOutOfOrder(@TempDir Path directory) throws Exception {
    Figures.progress("KillTest starts: -Dkontor.kill.seed=" + SEED);
    try (TwinPair pair = new TwinPair();
        HubProcess hub = new HubProcess(directory, TwinPair.secrets())) {
      hub.configure(pair.configuration(hub.door(), "stock"));
      hub.start();
      hub.awaitReady();
      pair.installApp(hub.door());
      Shelves shelves = new Shelves(pair.truth());
      Buyers buyers = new Buyers(pair, shelves, new Random(random.nextLong()));
      Warehouse warehouse = new Warehouse(pair.erp(), new Random(random.nextLong()));
      Lives lives = new Lives(hub, pair.truth(), new Random(random.nextLong()), ENOUGH);
      long seconds;
      try (Progress progress = new Progress(() -> state(pair, buyers, lives))) {
        warehouse.fill();
        disturbedDay(pair, hub, buyers, warehouse, lives);
        settle(pair, hub, shelves);
        seconds = progress.seconds();
      }
      Aftermath aftermath = Aftermath.of(pair.truth(), buyers);
      LedgerStory story = LedgerStory.read(hub.home(), Map.of(), buyers.transferred());
      Figures.print(
          "KillTest: %s; out-of-order=%d; stock-moves=%d articles-with-wrong-stock=%d; %s; tries %s; %d s; seed %d"
              .formatted(
                  aftermath,
                  story.outOfOrder().size(),
                  warehouse.moves(),
                  shelves.wrong().size(),
                  lives,
                  story.tries(),
                  seconds,
                  SEED));
      assertThat(pair.truth().shopOrders()).hasSize(ORDERS + 2 * KILLS);
      assertThat(aftermath.wrong()).isEmpty();
      assertThat(aftermath.inErp()).isEqualTo(ORDERS + KILLS);
      assertThat(aftermath.doubledDebtors()).isEmpty();
      assertThat(story.outOfOrder()).isEmpty();
      assertThat(shelves.wrong()).isEmpty();
      assertThat(pair.truth().mails()).as("mails to buyers").isZero();
      assertThat(Kontor.commandLine().execute("verify-ledger", "--home=" + hub.home())).isZero();
      assertThat(lives.cutting()).as(lives.toString()).isGreaterThanOrEqualTo(lives.untilCall());
      assertThat(story.tries()).containsKey("OutcomeUnknown");
      // Of every hundred calls six are told to come later.
      assertThat(pair.erp().server().calls().total()).isGreaterThan(150);
      assertThat(story.tries())
          .as("told to come later, nothing was tried")
          .doesNotContainKey("Throttled");
    }
  }

  private static String state(TwinPair pair, Buyers buyers, Lives lives) {
    return "%d of %d orders placed, %d not in the ERP and answered yet, %d of %d kills"
        .formatted(buyers.placed(), ORDERS, pair.truth().unanswered().size(), lives.kills(), KILLS);
  }

  private void disturbedDay(
      TwinPair pair, HubProcess hub, Buyers buyers, Warehouse warehouse, Lives lives)
      throws Exception {
    Duration longest = WAVE.multipliedBy(2L * KILLS).dividedBy(ORDERS);
    Pace ordering = new Pace(new Random(random.nextLong()), longest);
    Pace moving = new Pace(new Random(random.nextLong()), longest.multipliedBy(4));
    Pace outage = new Pace(new Random(random.nextLong()), Duration.ofSeconds(1));
    AtomicBoolean isDay = new AtomicBoolean(true);
    try (ExecutorService street = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> moves =
          street.submit(
              () -> {
                warehouse.work(isDay::get, moving);
                return null;
              });
      try {
        for (int life = 0; life < KILLS; life++) {
          Disturbance.ofErp(pair.erp().dials(), life);
          pair.erp().dials().set("delayMs", ERP_ANSWERS.toMillis());
          Disturbance.ofShop(pair.shop().dials(), life);
          boolean isShort = lives.isNextShort();
          int placed = ORDERS * (life + 1) / KILLS;
          Future<?> orders =
              street.submit(
                  () -> {
                    if (!isShort) {
                      hub.awaitReady();
                    }
                    buyers.order(placed, ordering);
                    return null;
                  });
          lives.next();
          buyers.changeTheirMindsUnseen(life);
          outage.pause();
          hub.start();
          orders.get();
        }
        isDay.set(false);
        moves.get();
        hub.awaitReady();
      } finally {
        street.shutdownNow();
      }
    }
  }

  /** Until all is where it belongs and, with calm systems, nothing more happens. */
  private static void settle(TwinPair pair, HubProcess hub, Shelves shelves) throws Exception {
    pair.erp().dials().reset();
    pair.shop().dials().reset();
    Await.until(
        "every order in the ERP and answered",
        PATIENCE,
        () -> pair.truth().unanswered().isEmpty(),
        () -> pair.truth().unanswered() + "\n" + hub.lastWords());
    pair.erp().server().settle();
    Await.until(
        "exact stock",
        PATIENCE,
        () -> shelves.wrong().isEmpty(),
        () -> shelves.wrong() + "\n" + hub.lastWords());
    hub.awaitRest(POLLED, PATIENCE);
  }
}
