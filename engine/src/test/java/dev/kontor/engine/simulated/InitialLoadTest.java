package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Loading;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.load.Load;
import dev.kontor.engine.load.Progress;
import dev.kontor.engine.observe.Watch;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was there before comes over once, after all else, and goes on where it was. */
class InitialLoadTest {

  private static final List<FlowConfig> FLOWS = Wiring.flows("shop", "");

  @TempDir private Path home;
  private SimulatedHub bench;
  private SimulatedMatch match;
  private Loading loading;

  /** No hub runs yet: one without the flows would put off what is loaded for them. */
  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(), List.of());
    bench.stop();
    match = new SimulatedMatch(home, bench, FLOWS);
    loading =
        new Loading(
            Wiring.config(Map.of("shop", "S-", "erp", ""), FLOWS),
            new Connectors(Map.of("shop", bench.shop, "erp", bench.erp)),
            bench.database,
            Wiring.vault(home, bench.database),
            Watch.NONE);
  }

  @AfterEach
  void stop() {
    loading.close();
    match.close();
    bench.close();
  }

  private FlowConfig flow(String name) {
    return loading.flows().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private Load begin(String flow) {
    return loading.begin(flow(flow), "Erika", "");
  }

  private void article(String id, String sku, String name) {
    bench.erp.articles.put(
        id, sku, ModelJson.mapper().createObjectNode().put("sku", sku).put("name", name));
  }

  private Progress awaitOver(Load load) {
    Await.until(
        () -> load.progress() + " " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> load.progress().isOver());
    return load.progress();
  }

  @Test
  void whatIsLinkedAndEqualIsLeftAloneAndTheRestIsWritten() {
    bench.shop.arrive("k-1", "Chair");
    bench.shop.arrive("K-2", "Old stool");
    article("1", "K-1", "Chair");
    article("2", "K-2", "Stool");
    article("3", "K-3", "Bench");
    match.link(match.compare("products"));
    bench.shop.rename("k-1", "K-1");
    Load load = begin("products");
    load.feed(seen -> {});
    bench.restart(FLOWS);
    assertThat(awaitOver(load)).isEqualTo(new Progress(true, 3, 2, 0, 0, 0));
    bench.awaitQuiet();
    assertThat(bench.shop.articleWrites())
        .containsExactlyInAnyOrder("UPDATE K-2 Stool", "CREATE K-3 Bench");
    article("1", "K-1", "Chair, red");
    Await.until(
        "followed",
        Await.PATIENCE,
        () -> bench.shop.articleWrites().contains("UPDATE K-1 Chair, red"));
  }

  @Test
  void aLoadThatWasCutOffGoesOnWhereItWasAndAnotherBeginsAnew() {
    for (int i = 0; i < 2_500; i++) {
      article("id-" + i, "K-" + i, "Chair " + i);
    }
    List<Long> seen = new ArrayList<>();
    try {
      begin("products")
          .feed(
              progress -> {
                seen.add(progress.keys());
                throw new IllegalStateException("killed");
              });
    } catch (IllegalStateException killed) {
      seen.add(-1L);
    }
    begin("products").feed(progress -> seen.add(progress.keys()));
    assertThat(seen).containsExactly(1_000L, -1L, 2_000L, 2_500L);
    Load load = begin("products");
    assertThat(load.progress()).isEqualTo(new Progress(true, 2_500, 0, 2_500, 0, 0));
    assertThat(load.isServed()).as("no hub runs").isFalse();
    bench.restart(List.of());
    assertThat(load.isServed()).isTrue();
    load.end();
    assertThat(begin("products").progress().keys()).isZero();
  }

  @Test
  void whatWasLoadedIsNotBroughtAgainByThePoll() {
    article("1", "K-1", "Chair");
    begin("products").feed(seen -> {});
    bench.restart(FLOWS);
    Await.until("made", () -> !bench.shop.articles().isEmpty());
    bench.awaitQuiet();
    assertThat(bench.count("products", "done") + bench.count("products", "skipped")).isEqualTo(1);
  }

  @Test
  void registeredCustomersBecomeDebtorsOnceAndGuestsDoNot() {
    bench.erp.debtor("known@example.com");
    for (String id : List.of("1", "2", "3")) {
      bench.shop.register(LinkedDebtorTest.customer(id, "new" + id + "@example.com", false));
    }
    bench.shop.register(LinkedDebtorTest.customer("4", "NEW1@example.com", false));
    bench.shop.register(LinkedDebtorTest.customer("5", "guest@example.com", true));
    bench.shop.register(LinkedDebtorTest.customer("6", "known@example.com", false));
    match.link(match.compare("customers"));
    Load load = begin("customers");
    load.feed(seen -> {});
    bench.restart(FLOWS);
    Progress over = awaitOver(load);
    assertThat(over.written()).isEqualTo(3);
    assertThat(over.unchanged()).isEqualTo(1);
    assertThat(bench.erp.debtors())
        .containsExactly(
            "known@example.com", "new1@example.com", "new2@example.com", "new3@example.com");
  }

  @Test
  void ordersAreLoadedOnlyAfterAMatchWhoseFindingsWereLinked() {
    bench.erp.product("A1");
    bench.shop.put(order("1", "a@example.com", "A1"));
    bench.shop.put(order("2", "a@example.com", "A1"));
    bench.shop.put(order("3", "a@example.com", "A1", OrderState.COMPLETED));
    bench.erp.enter("1");
    assertThat(loading.obstacle(flow("orders")))
        .hasValueSatisfying(why -> assertThat(why).contains("./kontor match --flow orders"));
    var matches = match.compare("orders", "");
    assertThat(loading.obstacle(flow("orders")))
        .hasValueSatisfying(why -> assertThat(why).contains("found 1 pairs", "./kontor link"));
    match.link(matches);
    assertThat(loading.obstacle(flow("orders"))).isEmpty();
    Load load = begin("orders");
    load.feed(seen -> {});
    assertThat(load.progress().keys()).as("not the completed one").isEqualTo(2);
    bench.restart(FLOWS);
    assertThat(awaitOver(load).written()).isEqualTo(1);
    assertThat(bench.erp.orders()).contains("1", "S-2").doesNotContain("S-1");
  }
}
