package dev.kontor.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.story.Truth;
import dev.kontor.proof.story.TwinPair;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL of the hub's process at random moments of a disturbed day. The seed is printed; {@code
 * -Dkontor.kill.seed} repeats one. {@code -Dkontor.full=true} makes the day long.
 */
class KillTest {

  private static final boolean FULL = Boolean.getBoolean("kontor.full");
  private static final int ORDERS = Integer.getInteger("kontor.kill.orders", FULL ? 2000 : 120);
  private static final int KILLS = Integer.getInteger("kontor.kill.kills", FULL ? 40 : 5);
  private static final long SEED = Long.getLong("kontor.kill.seed", System.nanoTime());
  private static final int LONGEST_LIFE_MS = 8000;
  private static final int LONGEST_PAUSE_MS = 2 * KILLS * LONGEST_LIFE_MS / ORDERS;
  private static final Duration START = Duration.ofSeconds(90);

  private final Random random = new Random(SEED);
  private final List<Integer> openAtKill = new ArrayList<>();

  @Test
  @Timeout(3600)
  void nothingIsLostDoubledOrOutOfOrder(@TempDir Path directory) throws Exception {
    System.out.println("KillTest: -Dkontor.kill.seed=" + SEED);
    long began = System.nanoTime();
    try (TwinPair pair = new TwinPair();
        HubProcess hub = new HubProcess(directory, TwinPair.secrets())) {
      hub.configure(pair.configuration(hub.door(), false));
      hub.start();
      hub.awaitReady(START);
      pair.installApp(hub.door());
      Buyers buyers = new Buyers(pair);
      disturbedDay(pair, hub, buyers);
      settle(pair, hub, buyers);
      System.out.printf(
          "KillTest: %d orders, %d kills with %s orders open, settled after %d s%n",
          pair.truth().shopOrders().size(),
          openAtKill.size(),
          openAtKill,
          Duration.ofNanos(System.nanoTime() - began).toSeconds());
      assertThat(openAtKill).as("orders open at each kill").anyMatch(open -> open > 0);
      assertThat(pair.truth().shopOrders()).hasSize(ORDERS + 2 * KILLS);
      assertThat(pair.truth().differences(buyers.cancelled())).isEmpty();
      assertOneDebtorEach(pair.truth(), buyers);
      assertOrderKept(pair.truth(), hub, buyers);
      assertThat(Kontor.commandLine().execute("verify-ledger", "--home=" + hub.home())).isZero();
    }
  }

  private void disturbedDay(TwinPair pair, HubProcess hub, Buyers buyers) throws Exception {
    long dice = random.nextLong();
    try (ExecutorService street = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> ordering =
          street.submit(
              () -> {
                buyers.order(ORDERS, LONGEST_PAUSE_MS, new Random(dice));
                return null;
              });
      try {
        for (int round = 0; round < KILLS; round++) {
          Disturbance.ofErp(pair.erp().dials(), round);
          Disturbance.ofShop(pair.shop().dials(), round);
          killAndStart(pair, hub, buyers, round);
        }
        hub.awaitReady(START);
        ordering.get();
      } finally {
        street.shutdownNow();
      }
    }
  }

  /** One in four kills meets a hub that may still be starting. */
  private void killAndStart(TwinPair pair, HubProcess hub, Buyers buyers, int round)
      throws Exception {
    if (random.nextInt(4) > 0) {
      hub.awaitReady(START);
    }
    Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
    assertThat(hub.isAlive()).as("hub before its kill").isTrue();
    openAtKill.add(unanswered(pair.truth(), buyers).size());
    hub.kill();
    buyers.changeTheirMindsUnseen(round);
    Thread.sleep(random.nextInt(1000));
    hub.start();
  }

  private static List<String> unanswered(Truth truth, Buyers buyers) {
    return truth.unanswered().stream().filter(r -> !buyers.cancelled().contains(r)).toList();
  }

  /** Until every living order is in the ERP and answered, with calm systems. */
  private static void settle(TwinPair pair, HubProcess hub, Buyers buyers) throws Exception {
    pair.erp().dials().reset();
    pair.shop().dials().reset();
    long until = System.nanoTime() + Duration.ofSeconds(90 + ORDERS / 4).toNanos();
    while (!unanswered(pair.truth(), buyers).isEmpty()) {
      if (System.nanoTime() > until) {
        throw new AssertionError(
            "unanswered: " + unanswered(pair.truth(), buyers) + "\n" + open(hub));
      }
      Thread.sleep(250);
    }
    pair.erp().server().settle();
    // A doubled order would come from a message that is still open.
    while (!open(hub).isEmpty()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("open: " + open(hub) + "\n" + hub.lastWords());
      }
      Thread.sleep(250);
    }
  }

  private static List<String> open(HubProcess hub) {
    try (Records records = Records.open(hub.home(), Map.of())) {
      return Transactions.run(records.database().general(), c -> new DeskStore().open(c, 1000))
          .stream()
          .map(m -> m.number() + " " + m.flow() + " " + m.event() + " " + m.state() + m.reason())
          .toList();
    }
  }

  private static void assertOneDebtorEach(Truth truth, Buyers buyers) {
    assertThat(truth.debtors())
        .extracting(d -> d.path("email").asString("").toLowerCase(Locale.ROOT))
        .filteredOn(email -> !email.isEmpty())
        .doesNotHaveDuplicates();
    Map<String, String> debtors = new HashMap<>();
    truth
        .erpOrders()
        .forEach((r, found) -> debtors.put(r, found.getFirst().path("customerNumber").asString()));
    buyers
        .orders()
        .forEach(
            (email, references) ->
                assertThat(references.stream().map(debtors::get).distinct())
                    .as(email)
                    .hasSize(1)
                    .doesNotContainNull());
  }

  /** Each order is created once, and the shop is told after that. */
  private static void assertOrderKept(Truth truth, HubProcess hub, Buyers buyers) {
    try (Records records = Records.open(hub.home(), Map.of())) {
      for (JsonNode order : truth.shopOrders()) {
        String number = order.path("orderNumber").asString();
        List<DeskStore.Entry> story =
            Transactions.run(
                records.database().general(), c -> new DeskStore().byNumber(c, number));
        boolean wanted = !buyers.cancelled().contains(Truth.reference(order));
        assertThat(story).as(number).filteredOn(KillTest::createsOrder).hasSize(wanted ? 1 : 0);
        assertThat(story).as(number).filteredOn(KillTest::repliesOrder).hasSize(wanted ? 1 : 0);
        if (wanted) {
          Instant replied =
              story.stream().filter(KillTest::repliesOrder).findFirst().orElseThrow().created();
          assertThat(story.stream().filter(KillTest::createsOrder).findFirst().orElseThrow())
              .as(number)
              .satisfies(m -> assertThat(m.finished()).isNotNull().isBeforeOrEqualTo(replied));
        }
      }
    }
  }

  private static boolean createsOrder(DeskStore.Entry m) {
    return m.flow().equals("orders") && m.event().equals("created") && m.state().equals("done");
  }

  private static boolean repliesOrder(DeskStore.Entry m) {
    return m.flow().equals("order-reply") && m.state().equals("done");
  }
}
