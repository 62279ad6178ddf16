package dev.kontor.engine.simulated;

import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.spi.RawRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A push that holds the whole order spares reading it, but never tells what became of a known one.
 */
class PushedOrderTest {

  @TempDir private Path home;
  private SimulatedHub bench;

  @BeforeEach
  void start() {
    bench = new SimulatedHub(home);
    bench.erp.product("A1");
    bench.erp.product("B2");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private void push(Order... orders) {
    byte[] body = ModelJson.tree(List.of(orders)).toString().getBytes(StandardCharsets.UTF_8);
    RawRequest request = new RawRequest("POST", "/", "", Map.of(), body);
    assertThat(bench.hub.door().receive("shop", request).status()).isEqualTo(200);
  }

  @Test
  void anUnknownOrderIsTakenAsItWasPushed() {
    // The shop has nothing to read, so what arrives can only be what was pushed.
    push(order("1001", "ada@example.com", "A1"));
    bench.awaitState("1001", "done");
    assertThat(bench.erp.orders()).containsExactly("S-1001");
  }

  /** Of order 1001; not that the hub was told to read it. */
  private List<String> happened() {
    return bench.hub.desk().byNumber("1001").stream()
        .map(DeskStore.Entry::event)
        .filter(event -> !event.equals("changed") && !event.equals("polled"))
        .toList();
  }

  @Test
  void anOldPushOfAKnownOrderIsNeitherAnEditNorACancellation() {
    Order now = order("1001", "ada@example.com", "A1");
    bench.shop.put(now);
    push(now);
    bench.awaitState("1001", "done");
    push(order("1001", "ada@example.com", "B2"));
    push(order("1001", "ada@example.com", "A1", OrderState.CANCELLED));
    bench.awaitQuiet();
    assertThat(bench.hub.desk().byNumber("1001"))
        .filteredOn(entry -> entry.flow().equals("orders") && entry.number() != null)
        .extracting(DeskStore.Entry::event)
        .containsOnly("created");
    assertThat(bench.erp.orders()).containsExactly("S-1001");
  }

  @Test
  void anOldPushDoesNotBringBackWhatWasCancelledBeforeItsTransfer() {
    // Nothing is to be read in the shop, so that only what was pushed can be believed.
    push(order("1001", "ada@example.com", "A1", OrderState.CANCELLED));
    bench.awaitQuiet();
    push(order("1001", "ada@example.com", "A1"));
    bench.awaitQuiet();
    assertThat(happened()).isEmpty();
  }

  @Test
  void ofTwoPushesAtOnceNobodyKnowsWhichIsOlder() {
    Order now = order("1001", "ada@example.com", "A1", OrderState.CANCELLED);
    bench.shop.put(now);
    push(now, order("1001", "ada@example.com", "A1"));
    bench.awaitQuiet();
    assertThat(happened()).isEmpty();
  }
}
