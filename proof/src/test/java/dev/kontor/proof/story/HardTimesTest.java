package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.DrivenClock;
import dev.kontor.proof.merchant.Figures;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Dials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * While the ERP takes nothing, a served hub goes on taking what the shop tells it, and afterwards
 * catches up by itself.
 */
class HardTimesTest extends ServedHub {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STEPS = 6;

  /** Of a customer the ERP knows, so that only the order itself is to be written. */
  @BeforeEach
  void serve() throws Exception {
    // Longer than the clock is driven ahead.
    operator.secrets().put("KONTOR_LEASE", "PT2H");
    // Each work begins with a sign-in, so that no write is cut off: its settle time follows the
    // lease.
    erp().set("tokenExpirySeconds", 1);
    operator.serve(yaml -> yaml);
    pushed();
    operator.settle();
  }

  /** The shop tells the hub of it, which takes it. */
  private JsonNode pushed() {
    int before = operator.entrance().answered(200);
    JsonNode order = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.await("the push taken", () -> operator.entrance().answered(200) > before);
    return order;
  }

  private void awaitRetrying(JsonNode order) {
    String number = order.path("orderNumber").asString();
    operator.awaitListed(
        "tried again later",
        m ->
            m.number().equals(number)
                && m.event().equals("created")
                && m.state().equals("retrying"));
  }

  private Dials erp() {
    return operator.pair().erp().dials();
  }

  private void allArrived(String what, List<JsonNode> orders) {
    assertThat(operator.pair().truth().erpOrders(orders.getFirst())).isEmpty();
    erp().reset();
    operator.settle();
    assertThat(operator.entrance().answers()).as(what).containsOnlyKeys(200);
    Figures.print(
        "%s: %d orders taken meanwhile, every push answered 200, all in the ERP once, no attempt used"
            .formatted(what, orders.size()));
  }

  @Test
  void anHourWithoutTheErp() {
    try (DrivenClock clock = new DrivenClock(operator.database())) {
      erp().set("down", true);
      List<JsonNode> orders = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        orders.add(pushed());
        awaitRetrying(orders.getLast());
        clock.advance(STEP);
      }
      allArrived("An hour without the ERP", orders);
      assertThat(clock.attemptsUsed()).isZero();
    }
  }

  @Test
  void aStormOf429WithAndWithoutRetryAfter() {
    try (DrivenClock clock = new DrivenClock(operator.database())) {
      List<JsonNode> orders = new ArrayList<>();
      erp().set("throttleProbability", "1");
      orders.add(pushed());
      awaitRetrying(orders.getLast());
      orders.add(pushed());
      erp().set("retryAfterSeconds", 2);
      refusedAgain();
      orders.add(pushed());
      refusedAgain();
      allArrived("A storm of 429", orders);
      assertThat(clock.attemptsUsed()).isZero();
    }
  }

  /** The hub asks once more, and is told no. */
  private void refusedAgain() {
    long before = operator.pair().erp().server().calls().total();
    operator.await("another call", () -> operator.pair().erp().server().calls().total() > before);
  }
}
