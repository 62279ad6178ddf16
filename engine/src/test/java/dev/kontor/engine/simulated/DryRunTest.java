package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Route;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow in a dry run says what it would write, writes nothing, and makes up for it when live. */
class DryRunTest {

  private static final List<FlowConfig> LIVE = Wiring.flows("shop", "");
  private static final List<FlowConfig> DRY = LIVE.stream().map(FlowConfig::rehearsed).toList();

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(), DRY);
    bench.erp.product("A1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private DeskStore.Entry awaitRehearsed(String flow) {
    // A look later a newer one may have taken its place.
    AtomicReference<Optional<DeskStore.Entry>> seen = new AtomicReference<>(Optional.empty());
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () -> {
          seen.set(bench.hub.desk().open(9).stream().filter(e -> isRehearsed(e, flow)).findFirst());
          return seen.get().isPresent();
        });
    return seen.get().orElseThrow();
  }

  private static boolean isRehearsed(DeskStore.Entry entry, String flow) {
    return entry.flow().equals(flow) && "DryRun".equals(entry.fault());
  }

  private long rows(String table) {
    return Transactions.run(
        bench.database.general(),
        c -> Jdbc.query(c, "select count(*) from " + table, r -> r.getLong(1)).getFirst());
  }

  private void awaitDelivered(String reference) {
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () -> bench.erp.orders().contains(reference));
    bench.awaitQuiet();
  }

  @Test
  void anOrderIsRehearsedWithItsNewDebtor() {
    bench.shop.put(order("1", "new@example.com", "A1"));
    DeskStore.Entry rehearsed = awaitRehearsed("orders");
    assertThat(rehearsed.state()).isEqualTo("waiting");
    assertThat(rehearsed.reason()).isEqualTo("would create order S-1 in erp; dry run");
    assertThat(awaitRehearsed("customers").reason()).startsWith("would create customer");
    assertThat(bench.hub.desk().attempts(rehearsed.id()))
        .extracting(DeskStore.Attempt::outcome)
        .containsExactly("Rehearsed");
    assertThat(rows("rehearsal")).as("contents kept to look at").isEqualTo(2);
    assertThat(bench.erp.orders()).isEmpty();
    assertThat(bench.erp.debtors()).isEmpty();
    assertThat(rows("intent")).isZero();
  }

  @Test
  void whatWasRehearsedIsDeliveredOnceTheFlowIsLive() {
    bench.shop.put(order("1", "new@example.com", "A1"));
    bench.shop.put(order("2", "new@example.com", "A1"));
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () -> bench.hub.desk().open(9).stream().filter(e -> isRehearsed(e, "orders")).count() == 2);
    bench.restart(LIVE);
    awaitDelivered("S-1");
    assertThat(bench.erp.orders()).containsExactly("S-1", "S-2");
    assertThat(bench.erp.debtors()).containsExactly("new@example.com");
    assertThat(bench.shop.replies().values()).containsExactly(1, 1);
  }

  @Test
  void whatTheFlowsConditionsRuleOutByThenIsNotDelivered() {
    bench.shop.put(order("1", "a@example.com", "A1"));
    awaitRehearsed("orders");
    ExportConditions later =
        new ExportConditions(Map.of(), Route.ALL, Set.of(), Duration.ZERO, null, "100");
    bench.restart(LIVE.stream().map(flow -> under(later, flow)).toList());
    bench.awaitState("1", "skipped");
    assertThat(bench.erp.orders()).isEmpty();
  }

  private static FlowConfig under(ExportConditions conditions, FlowConfig flow) {
    return flow.kind() != FlowKind.ORDERS
        ? flow
        : new FlowConfig(
            flow.name(),
            flow.kind(),
            true,
            flow.from(),
            flow.to(),
            conditions,
            flow.stock(),
            flow.customers(),
            flow.reply(),
            flow.poll(),
            flow.missingAge());
  }

  @Test
  void whatSomebodyElseEnteredMeanwhileIsNotDoubled() {
    bench.shop.put(order("1", "a@example.com", "A1"));
    awaitRehearsed("orders");
    bench.erp.enter("S-1");
    bench.restart(LIVE);
    bench.awaitState("1", "done");
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).containsExactly("S-1");
    assertThat(bench.shop.replies()).hasSize(1);
  }

  @Test
  void anOrderCancelledMeanwhileIsNotDelivered() {
    bench.shop.put(order("1", "a@example.com", "A1"));
    awaitRehearsed("orders");
    bench.shop.put(order("1", "a@example.com", "A1", OrderState.CANCELLED));
    bench.awaitState("1", "skipped");
    bench.restart(LIVE);
    assertThat(bench.erp.orders()).isEmpty();
  }

  @Test
  void whatWouldBeRefusedIsRefusedInTheRehearsalToo() {
    bench.erp.blocked("A1", true);
    bench.shop.put(order("1", "a@example.com", "A1"));
    bench.awaitState("1", "dead");
    assertThat(bench.event("1").reason()).contains("blocked");
  }

  @Test
  void theDaysOfTheRehearsalAreNoDaysOfWaitingForWhatIsMissing() {
    bench.erp.product("LATER");
    bench.shop.put(order("1", "a@example.com", "LATER"));
    awaitRehearsed("orders");
    bench.clock.advance(Duration.ofDays(9));
    bench.erp.gone("LATER");
    bench.restart(LIVE);
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () -> "Missing".equals(bench.event("1").fault()) && bench.erp.debtors().size() == 1);
    assertThat(bench.event("1").state()).isEqualTo("waiting");
  }

  @Test
  void onlyTheNewestFigureAndVersionAreDelivered() {
    bench.erp.onHand("A1", 7);
    assertThat(awaitRehearsed("stock").reason())
        .isEqualTo("would change stock A1 in shop; to 7; dry run");
    article("Chair");
    assertThat(awaitRehearsed("products").reason())
        .isEqualTo("would create product A1 in shop; dry run");
    bench.erp.onHand("A1", 9);
    article("Stool");
    Await.until(
        () -> "open " + bench.hub.desk().open(9),
        Await.PATIENCE,
        () ->
            String.valueOf(awaitRehearsed("stock").reason()).contains("to 9")
                && bench.count("products", "skipped") == 1);
    assertThat(bench.shop.stockWrites()).isEmpty();
    assertThat(bench.shop.articleWrites()).isEmpty();
    bench.restart(LIVE);
    bench.awaitQuiet();
    assertThat(bench.shop.stockWrites()).containsExactly("A1=9");
    assertThat(bench.shop.articleWrites()).containsExactly("CREATE A1 Stool");
  }

  private void article(String name) {
    bench.erp.articles.put(
        "id-1", "A1", ModelJson.mapper().createObjectNode().put("sku", "A1").put("name", name));
  }

  /** Each flow is rehearsed by itself: orders in earnest wait for debtors that are not made. */
  @Test
  void anOrderInEarnestWaitsForADebtorThatIsOnlyRehearsed() {
    bench.restart(
        LIVE.stream()
            .map(flow -> flow.kind() == FlowKind.CUSTOMERS ? flow.rehearsed() : flow)
            .toList());
    bench.shop.put(order("1", "new@example.com", "A1"));
    assertThat(awaitRehearsed("orders").reason()).contains("customers is a dry run");
    bench.clock.advance(Duration.ofDays(9));
    bench.restart(LIVE);
    awaitDelivered("S-1");
    assertThat(bench.erp.debtors()).containsExactly("new@example.com");
  }
}
