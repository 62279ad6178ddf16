package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.Order;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An ERP that asks for fewer calls gets none until then, and none is counted as a try. */
class ThrottledErpTest extends OpenShop {

  private static final int REST_SECONDS = 12;

  ThrottledErpTest() {
    super();
  }

  /** Of a customer the ERP knows, so that only the order itself is to be written. */
  private JsonNode place() {
    return merchant.place(Order.of("known@kunde.example", "AH-1005", 1));
  }

  private DeskStore.Entry created(JsonNode order) {
    return Objects.requireNonNull(merchant.event(order, "created"));
  }

  @Test
  void whatComesWhileTheErpRestsWaitsWithoutACallOrATry() {
    place();
    merchant.settle(Await.PATIENCE);
    merchant.erp().dials().set("retryAfterSeconds", REST_SECONDS).set("throttleProbability", "1");
    JsonNode first = place();
    merchant.await(
        Await.PATIENCE,
        "the ERP asked for rest",
        () ->
            merchant.event(first, "created") != null && "Throttled".equals(created(first).fault()));
    merchant.erp().dials().reset();
    merchant.erp().server().calls().reset();
    List<JsonNode> later = List.of(place(), place());
    for (JsonNode order : later) {
      merchant.await(
          Await.PATIENCE,
          "the order waiting",
          () ->
              merchant.event(order, "created") != null
                  && "erp asked for fewer calls; this waits".equals(created(order).reason()));
      assertThat(merchant.desk().attempts(created(order).id())).isEmpty();
    }
    assertThat(merchant.erp().server().calls().total()).as("calls while it rests").isZero();
    merchant.settle(Await.PATIENCE);
    assertThat(merchant.truth().differences()).isEmpty();
    assertThat(merchant.desk().attempts(created(later.getFirst()).id()))
        .extracting(DeskStore.Attempt::outcome)
        .containsExactly("Written");
  }
}
