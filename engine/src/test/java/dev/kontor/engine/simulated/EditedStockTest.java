package dev.kontor.engine.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.OrderState;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Ability;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What shops are told of an article while a change of a transferred order has not reached the ERP,
 * and when it has. The ERP's own figures stay as they are.
 */
final class EditedStockTest {

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(Set.of(Ability.UPDATE, Ability.DELETE)));
    bench.erp.product("A1");
    bench.erp.product("B1");
    put("A1", 2, OrderState.OPEN);
    Await.until("there", () -> bench.erp.order("S-1").isPresent());
    bench.awaitQuiet();
    bench.erp.onHand("A1", 10);
    told("A1=10");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void put(String sku, int pieces, OrderState state) {
    bench.shop.put(
        SampleOrder.in(PriceBasis.GROSS)
            .number("1")
            .email("a@example.com")
            .state(state)
            .placedAt(SimulatedOrders.PLACED)
            .goods(sku, String.valueOf(pieces), "11.90", "11.90", "19")
            .build());
  }

  private List<String> writes() {
    return bench.shop.stockWrites();
  }

  private void told(String figure) {
    Await.until(
        () -> "not " + figure + ": " + writes() + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> !writes().isEmpty() && writes().getLast().equals(figure));
  }

  private void toldOnceMore(String figure, int before) {
    Await.until(
        () -> "not again: " + writes() + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> writes().size() > before);
    bench.awaitQuiet();
    assertThat(writes().getLast()).isEqualTo(figure);
  }

  private long deadChange() {
    Await.until("refused", () -> bench.count("orders", "dead") == 1);
    return bench.event("1").id();
  }

  private void settledByHand() {
    bench.discard(deadChange(), "entered by hand");
    told("A1=10");
    bench.awaitQuiet();
  }

  @Test
  void addedPiecesCountAtOnceAndNotTwiceWhenTheErpHasThem() {
    bench.erp.blocked("A1", true);
    put("A1", 5, OrderState.OPEN);
    told("A1=7");
    bench.erp.blocked("A1", false);
    bench.resubmit(deadChange());
    told("A1=10");
    bench.awaitQuiet();
  }

  @Test
  void addedPiecesOfAnEditThatAPersonSettledAreNotCountedAnyMore() {
    bench.erp.blocked("A1", true);
    put("A1", 5, OrderState.OPEN);
    told("A1=7");
    settledByHand();
  }

  @Test
  void anOrderOpenedAgainCountsUntilAPersonHasSettledIt() {
    put("A1", 2, OrderState.CANCELLED);
    Await.until("gone", () -> bench.erp.orders().isEmpty());
    bench.awaitQuiet();
    put("A1", 2, OrderState.OPEN);
    told("A1=8");
    settledByHand();
  }

  @Test
  void whatTheShopPutBackByItselfIsToldUntilTheErpFollows() {
    int before = writes().size();
    bench.erp.blocked("A1", true);
    put("A1", 1, OrderState.OPEN);
    deadChange();
    Await.until(() -> "" + writes(), Await.PATIENCE, () -> writes().size() > before);
    assertThat(writes().getLast()).isEqualTo("A1=10");
  }

  @Test
  void anArticleTakenOutIsToldAnew() {
    int before = writes().size();
    put("B1", 1, OrderState.OPEN);
    toldOnceMore("A1=10", before);
  }

  @Test
  void addedPiecesOfAnOrderThatWasCancelledAreFree() {
    bench.erp.blocked("A1", true);
    put("A1", 5, OrderState.OPEN);
    told("A1=7");
    deadChange();
    put("A1", 5, OrderState.CANCELLED);
    told("A1=10");
    bench.awaitQuiet();
    assertThat(bench.erp.orders()).isEmpty();
  }
}
