package dev.kontor.engine.simulated;

import dev.kontor.contract.Await;
import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.Hub;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.problem.Approval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running hub between a simulated shop and a simulated ERP. */
final class SimulatedHub implements AutoCloseable {

  private static final Duration LITTLE_MORE = Duration.ofMinutes(2);
  private static final int LOOKS = 250;
  private static final Duration LEASE = Duration.ofSeconds(2);

  final SimulatedShop shop = new SimulatedShop();
  final SimulatedErp erp;
  final Database database;
  final DatabaseClock clock;
  private final Path home;
  private final Duration lease;
  Hub hub;
  private boolean running = true;

  SimulatedHub(Path home) {
    this(home, new SimulatedErp());
  }

  SimulatedHub(Path home, SimulatedErp erp) {
    this(home, erp, Wiring.flows("shop", ""));
  }

  SimulatedHub(Path home, SimulatedErp erp, List<FlowConfig> flows) {
    this(home, erp, flows, LEASE);
  }

  /** Whose lost answers settle only when time is let pass, however long a test takes to act. */
  static SimulatedHub patient(Path home) {
    return new SimulatedHub(
        home, new SimulatedErp(), Wiring.flows("shop", ""), LEASE.multipliedBy(4));
  }

  private SimulatedHub(Path home, SimulatedErp erp, List<FlowConfig> flows, Duration lease) {
    this.home = home;
    this.lease = lease;
    this.erp = erp;
    database = Database.forTests("Pacific/Chatham");
    clock = new DatabaseClock(database.general());
    hub = started(flows);
  }

  private Hub started(List<FlowConfig> flows) {
    return Wiring.start(
        home,
        Database.over(database.hot(), database.general()),
        lease,
        Map.of("shop", shop, "erp", erp),
        Map.of("shop", "S-", "erp", ""),
        flows);
  }

  /** As after a change of the configuration. */
  void restart(List<FlowConfig> flows) {
    stop();
    hub = started(flows);
    running = true;
  }

  /** The hub alone, not its database. */
  void stop() {
    if (running) {
      running = false;
      hub.close();
    }
  }

  /** Messages of a flow in a state. */
  long count(String flow, String state) {
    return hub.desk().counts().stream()
        .filter(c -> c.flow().equals(flow) && c.state().equals(state))
        .mapToLong(DeskStore.Count::count)
        .sum();
  }

  /** The newest event of the order with that number. */
  DeskStore.Entry event(String number) {
    return hub.desk().byNumber(number).stream()
        .filter(e -> number.equals(e.number()) && e.flow().equals("orders"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  boolean has(String number, String state) {
    return hub.desk().byNumber(number).stream()
        .anyMatch(
            e -> e.flow().equals("orders") && number.equals(e.number()) && e.state().equals(state));
  }

  void awaitState(String number, String state) {
    Await.until(
        () -> number + " in " + hub.desk().byNumber(number) + hub.desk().open(5),
        Await.PATIENCE,
        () -> has(number, state));
  }

  /**
   * Lets time pass at once. A lane that was being worked on meanwhile is due by what was read
   * before, so a little more passes if need be.
   */
  void awaitStateAfter(Duration time, String number, String state) {
    clock.advance(time);
    AtomicInteger looks = new AtomicInteger();
    Await.until(
        () -> number + " in " + hub.desk().byNumber(number) + hub.desk().open(5),
        Await.PATIENCE,
        () -> {
          if (looks.incrementAndGet() % LOOKS == 0) {
            clock.advance(LITTLE_MORE);
          }
          return has(number, state);
        });
  }

  /** A person decides, and once more if the message is just being worked on. */
  void discard(long message, String reason) {
    Await.until(
        () -> "not discarded: " + hub.desk().open(5),
        Await.PATIENCE,
        () -> decide(Approval.Action.DISCARD, List.of(message), reason).changed() == 1);
  }

  void resubmit(long message) {
    Await.until(
        () -> "not resubmitted: " + hub.desk().open(5),
        Await.PATIENCE,
        () -> decide(Approval.Action.RESUBMIT, List.of(message), "mended").changed() == 1);
  }

  /** What ada decides. */
  Decisions.Result decide(Approval.Action action, List<Long> messages, String reason) {
    return carried(hub.problems().deciding().decide(action, messages, "ada", reason));
  }

  /** What came of a decision that no second person is asked about. */
  static Decisions.Result carried(Deciding.Ruling ruling) {
    return ((Deciding.Ruling.Carried) ruling).result();
  }

  /** Nothing is left to do, and nothing is dead. */
  void awaitQuiet() {
    Await.until(
        () -> "still open: " + hub.desk().open(10) + hub.desk().counts(),
        Await.PATIENCE,
        () -> hub.desk().counts().stream().allMatch(c -> isFinished(c.state())));
  }

  private static boolean isFinished(String state) {
    return List.of("done", "skipped", "discarded").contains(state);
  }

  @Override
  public void close() {
    stop();
    database.close();
  }
}
