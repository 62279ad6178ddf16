package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.contract.Await;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.match.LinkResult;
import dev.kontor.engine.match.Matches;
import dev.kontor.engine.match.Pair;
import dev.kontor.engine.match.Side;
import dev.kontor.model.OrderState;
import dev.kontor.spi.Ability;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that somebody entered in the ERP before the hub came is linked, never created again. */
class LinkedOrderTest {

  private static final List<FlowConfig> LIVE = Wiring.flows("shop", "");
  private static final List<FlowConfig> DRY = LIVE.stream().map(FlowConfig::rehearsed).toList();

  @TempDir private Path home;
  private SimulatedHub bench;
  private SimulatedMatch match;

  @BeforeEach
  void start() {
    SimulatedErp erp = new SimulatedErp(Set.of(Ability.UPDATE, Ability.DELETE));
    bench = new SimulatedHub(home, erp, DRY);
    bench.erp.product("A1");
    bench.shop.put(order("1", "a@example.com", "A1"));
    bench.erp.enter("1");
    match = new SimulatedMatch(home, bench, LIVE);
    awaitReason("would create order S-1 in erp; dry run");
  }

  @AfterEach
  void stop() {
    match.close();
    bench.close();
  }

  private void awaitReason(String reason) {
    Await.until(
        () -> bench.hub.desk().byNumber("1").toString(),
        Await.PATIENCE,
        () -> bench.hub.desk().byNumber("1").stream().anyMatch(e -> reason.equals(e.reason())));
  }

  @Test
  void aCancellationNeedsNoDebtor() {
    bench.restart(List.of());
    bench.shop.put(order("2", "b@example.com", "A1"));
    bench.erp.enter("2");
    match.link(match.compare("orders", ""));
    bench.restart(LIVE);
    bench.awaitState("2", "done");
    bench.shop.put(order("2", "b@example.com", "A1", OrderState.CANCELLED));
    Await.until("gone", () -> !bench.erp.orders().contains("2"));
    bench.awaitQuiet();
    assertThat(bench.erp.debtors()).doesNotContain("b@example.com");
  }

  private void linkAndGoLive() {
    assertThat(match.link(match.compare("orders", ""))).isEqualTo(new LinkResult(1, 0, 0));
    awaitReason("linked to order-1 in erp; dry run");
    assertThat(bench.shop.replies()).as("nothing is told in a dry run").isEmpty();
    bench.restart(LIVE);
    awaitReason("linked to order-1 in erp");
    bench.awaitQuiet();
  }

  @Test
  void countsAsTransferredAndIsToldToItsShop() {
    linkAndGoLive();
    assertThat(bench.erp.orders()).containsExactly("1");
    assertThat(bench.shop.replies()).hasSize(1);
  }

  @Test
  void itsEditsAndItsCancellationAreCarriedOut() {
    linkAndGoLive();
    bench.erp.product("B2");
    bench.shop.put(order("1", "a@example.com", "B2"));
    Await.until("the edit", () -> bench.erp.order("S-1").isPresent());
    assertThat(bench.erp.orders()).as("the same order, changed").containsExactly("S-1");
    assertThat(bench.erp.debtors()).containsExactly("a@example.com");
    bench.shop.put(order("1", "a@example.com", "B2", OrderState.CANCELLED));
    Await.until("gone", () -> bench.erp.orders().isEmpty());
    bench.awaitQuiet();
  }

  @Test
  void onlyThePrefixThatWasNamedIsLookedFor() {
    assertThat(match.compare("orders").pairs()).isEmpty();
    Matches matches = match.compare("orders", "", "OLD-");
    assertThat(matches.pairs())
        .extracting(Pair::there)
        .containsExactly(new Side("order-1", "order-1"));
    assertThat(matches.onlyHere()).isZero();
  }

  @Test
  void enteredTwiceItIsAskedFor() {
    bench.erp.enter("1");
    Matches matches = match.compare("orders", "");
    assertThat(matches.ambiguous()).isEqualTo(1);
    assertThatThrownBy(() -> match.link(matches))
        .hasMessageContaining(
            "review.csv:2: decision: 'ask' is no decision yet; write link or skip");
  }

  @Test
  void aLinkIsKeptUnlessItIsCorrected() {
    bench.erp.enter("other");
    Matches matches = match.compare("orders", "");
    match.link(matches);
    assertThat(match.link(matches)).as("twice").isEqualTo(new LinkResult(0, 1, 0));
    Side here = matches.pairs().getFirst().here();
    Pair other = SimulatedMatch.pair("orders", here, new Side("order-2", ""));
    assertThatThrownBy(() -> match.link(List.of(other), false))
        .hasMessageContaining("target-id: 1 is linked to order-1 already; write skip, or replace");
    assertThat(match.link(List.of(other), true)).isEqualTo(new LinkResult(1, 0, 0));
    bench.restart(LIVE);
    awaitReason("linked to order-2 in erp");
  }

  @Test
  void whatIsNotThereOrIsTakenIsRefusedAndNothingIsStored() {
    Matches matches = match.compare("orders", "");
    Side here = matches.pairs().getFirst().here();
    Pair lost = SimulatedMatch.pair("orders", here, new Side("order-9", ""));
    Pair wrong = SimulatedMatch.pair("orders", new Side(here.id(), "77"), new Side("order-1", ""));
    Pair none = SimulatedMatch.pair("order", here, new Side("order-1", ""));
    assertThatThrownBy(
            () -> match.link(List.of(matches.pairs().getFirst(), lost, wrong, none), true))
        .hasMessageContaining(
            "review.csv:3: target-id: 'order-9' is not in erp; run ./kontor match")
        .hasMessageContaining("review.csv:4: source-number: '77' is 1 in shop; correct the number")
        .hasMessageContaining("review.csv:5: flow: 'order' is none");
    assertThat(match.compare("orders", "").linked()).isZero();
  }

  @Test
  void theHubsOwnOrderIsKnownAlready() {
    bench.restart(LIVE);
    bench.awaitState("1", "done");
    assertThat(match.compare("orders", "").linked()).isEqualTo(1);
  }
}
