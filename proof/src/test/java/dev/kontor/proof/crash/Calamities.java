package dev.kontor.proof.crash;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What befalls hubs and their database in the middle of their work. */
final class Calamities {

  /** With how often it comes among a dozen. */
  enum Calamity {
    HUB_KILLED(4),
    HUB_PAUSED(2),
    HUB_PAUSED_BEYOND_LEASE(3),
    DATABASE_KILLED(2),
    DATABASE_RESTARTED(1);

    private final int weight;

    Calamity(int weight) {
      this.weight = weight;
    }
  }

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(9);

  private final Cluster cluster;
  private final Random random;
  private final Pace outage;
  private final Pace pause;
  private final Pace longPause;
  private final List<Calamity> first;
  private final Map<Calamity, Integer> counts = new EnumMap<>(Calamity.class);
  private int inFlight;

  /**
   * @param lease of the hubs
   */
  Calamities(Cluster cluster, Random random, Duration lease) {
    this.cluster = cluster;
    this.random = random;
    this.outage = new Pace(new Random(random.nextLong()), SHORT);
    this.pause = new Pace(new Random(random.nextLong()), Duration.ofMillis(200), SHORT);
    this.longPause =
        new Pace(new Random(random.nextLong()), lease.plus(Duration.ofMillis(500)), LONG);
    this.first = new ArrayList<>(List.of(Calamity.values()));
    Collections.shuffle(first, random);
  }

  /** Each kind comes once before any comes twice. */
  void next() throws Exception {
    cluster.awaitMost();
    Calamity calamity = first.isEmpty() ? drawn() : first.removeFirst();
    try (LivingLedger ledger = cluster.ledger()) {
      if (count() % 2 == 0) {
        Await.until(
            "a call in flight",
            Await.PATIENCE,
            () -> ledger.callsInFlight() > 0,
            cluster::lastWords);
      }
      inFlight += ledger.callsInFlight() > 0 ? 1 : 0;
    }
    befall(calamity);
    counts.merge(calamity, 1, Integer::sum);
    Figures.progress("calamity " + count() + ": " + calamity);
    cluster.revive();
  }

  private Calamity drawn() {
    List<Calamity> urn = new ArrayList<>();
    for (Calamity each : Calamity.values()) {
      urn.addAll(Collections.nCopies(each.weight, each));
    }
    return urn.get(random.nextInt(urn.size()));
  }

  private void befall(Calamity calamity) throws Exception {
    List<HubProcess> alive = cluster.hubs().stream().filter(HubProcess::isAlive).toList();
    HubProcess hub = alive.get(random.nextInt(alive.size()));
    switch (calamity) {
      case HUB_KILLED -> {
        hub.kill();
        outage.pause();
      }
      case HUB_PAUSED -> paused(hub, pause);
      case HUB_PAUSED_BEYOND_LEASE -> paused(hub, longPause);
      case DATABASE_KILLED -> {
        cluster.postgres().kill();
        databaseAway();
      }
      case DATABASE_RESTARTED -> {
        cluster.postgres().stop();
        databaseAway();
      }
    }
  }

  private static void paused(HubProcess hub, Pace howLong) throws InterruptedException {
    hub.freeze();
    try {
      howLong.pause();
    } finally {
      hub.thaw();
    }
  }

  private void databaseAway() throws IOException, InterruptedException {
    outage.pause();
    cluster.postgres().start();
  }

  int count() {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /** Whether each kind has come. */
  boolean haveAllCome() {
    return counts.size() == Arrays.asList(Calamity.values()).size();
  }

  /** How many came while calls were in flight. */
  int inFlight() {
    return inFlight;
  }

  @Override
  public String toString() {
    return "%d calamities %s, %d of them with calls in flight".formatted(count(), counts, inFlight);
  }
}
