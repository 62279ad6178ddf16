package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.Amount;
import dev.kontor.model.Invoice;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.OrderState;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop hears once of each thing the ERP has done with its order. */
class ProgressFlowTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home, new SimulatedErp(Set.of(Ability.UPDATE, Ability.DELETE)));
    bench.erp.product("A1");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Shipment shipment(String number) {
    return new Shipment(
        number, DAY, "DHL", null, List.of("T-" + number), null, List.of(), null, null);
  }

  private static Invoice invoice(String number) {
    BigDecimal gross = new BigDecimal("119.00");
    return new Invoice(
        number,
        DAY,
        null,
        "EUR",
        Amount.ofGross(gross, new BigDecimal("19.00")),
        gross,
        false,
        "pdf-" + number);
  }

  private void post(String number, State state, List<Shipment> shipped, List<Invoice> invoiced) {
    OrderProgress progress =
        new OrderProgress(number, null, state, null, shipped, invoiced, List.of(), Map.of());
    bench.erp.progress.put(number, number, ModelJson.tree(progress));
  }

  private String transferred(String shopNumber) {
    bench.shop.put(order(shopNumber, "ada@example.com", "A1"));
    bench.awaitState(shopNumber, "done");
    String result = String.valueOf(bench.event(shopNumber).reason());
    return result.substring(result.lastIndexOf(' ') + 1);
  }

  private void awaitTold(int times) {
    Await.until(
        () -> "told " + bench.shop.progress() + ", open " + bench.hub.desk().open(5),
        Await.PATIENCE,
        () -> bench.shop.progress().size() >= times);
    bench.awaitQuiet();
  }

  @Test
  void eachEventIsToldOnceHoweverOftenItIsSeen() {
    String number = transferred("1001");
    String id = order("1001", "ada@example.com", "A1").id();
    post(number, State.SHIPPED_PARTIALLY, List.of(shipment("S1")), List.of());
    awaitTold(2);
    List<Shipment> both = List.of(shipment("S1"), shipment("S2"));
    post(number, State.COMPLETED, both, List.of(invoice("I1")));
    post(number, State.COMPLETED, both, List.of(invoice("I1")));
    awaitTold(4);
    assertThat(bench.shop.progress())
        .containsExactly(
            id + " RELEASED ",
            id + " SHIPPED S1",
            id + " SHIPPED S2",
            id + " INVOICED  with pdf-I1");
  }

  @Test
  void whatWasPostedBeforeTheHubKnewTheOrderIsToldToo() {
    post("order-1", State.SHIPPED, List.of(shipment("S1")), List.of());
    Await.until("seen", () -> bench.count("progress", "skipped") > 0);
    assertThat(transferred("1001")).isEqualTo("order-1");
    awaitTold(2);
  }

  @Test
  void ordersThatCameFromNoShopAreNobodysBusiness() {
    post("by-phone", State.SHIPPED, List.of(shipment("S1")), List.of());
    Await.until("seen", () -> bench.count("progress", "skipped") > 0);
    bench.awaitQuiet();
    assertThat(bench.shop.progress()).isEmpty();
  }

  @Test
  void whatTheHubCancelledAsTheShopDidIsNotToldBack() {
    String byHand = transferred("1001");
    String byShop = transferred("1002");
    bench.shop.put(order("1002", "ada@example.com", "A1", OrderState.CANCELLED));
    Await.until(
        "cancelled",
        Await.PATIENCE,
        () -> bench.hub.desk().byNumber("1002").stream().anyMatch(ProgressFlowTest::isCancelled));
    post(byShop, State.CANCELLED, List.of(), List.of());
    post(byHand, State.CANCELLED, List.of(), List.of());
    awaitTold(1);
    String id = order("1001", "ada@example.com", "A1").id();
    assertThat(bench.shop.progress()).containsExactly(id + " CANCELLED ");
    assertThat(bench.hub.desk().bySource("erp", byShop))
        .anyMatch(
            e -> String.valueOf(e.reason()).equals("this hub cancelled it, as shop had done"));
  }

  private static boolean isCancelled(DeskStore.Entry entry) {
    return entry.event().equals("cancelled") && entry.state().equals("done");
  }

  @Test
  void whatTheShopRefusesHoldsUpOnlyWhatFollowsIt() {
    String number = transferred("1001");
    // The shop's refusal is not for the answer to the order.
    bench.awaitQuiet();
    bench.shop.next(new Fault.Invalid("state", "the order is archived", "ILLEGAL"));
    post(number, State.SHIPPED, List.of(shipment("S1")), List.of());
    Await.until("dead", () -> bench.count("progress", "dead") > 0);
    assertThat(bench.hub.desk().open(9))
        .anyMatch(
            e ->
                e.event().equals("shipped:S1")
                    && String.valueOf(e.reason()).contains("waits behind"));
  }
}
