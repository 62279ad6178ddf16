package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** SIGKILL while a person's decision about a whole group is carried out. */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class KilledDecisionTest extends ServedHub {

  /** Three transactions' worth, of which the last is not full. */
  private static final int ORDERS = 1_200;

  private static final int DECIDED = 1_000;

  private static final String OVERLAY =
      """
      overlay: business-central/order.out
      rules:
        - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
      """;
  private static final String TABLE =
      """
      tables: {shipment: {shipping_express: EXPRESS%s}}
      overlays: [shipment.yaml]
      """;

  // The offset apart: PostgreSQL would lock what it skips, too.
  private static final String IN_THE_THIRD =
      """
      select id from message where id = (
        select id from message where state = 'dead' order by id offset 1099 limit 1)
      for update
      """;
  private static final String TRIED_AGAIN =
      "select count(*) from audit where kind = 'desk.resubmit'";

  private String token = "";

  @Test
  void whatWasDecidedStandsAndTheRestIsStillThereToDecide() throws Exception {
    Files.writeString(directory.resolve("shipment.yaml"), OVERLAY);
    operator.serve(yaml -> yaml + TABLE.formatted(""));
    token = operator.token("read", "decide");
    for (int i = 0; i < ORDERS; i++) {
      operator.pair().place(Order.of("kunde" + i % 9 + "@kunde.example", "AH-1005", 1));
    }
    operator.await("one problem", () -> problem().path("count").asInt(0) == ORDERS);
    // What is read once more is tried again by itself.
    operator.rest("orders");
    operator.stop();
    operator.serve(yaml -> yaml + TABLE.formatted(", shipping_standard: STANDARD"));
    try (Blockade blockade = new Blockade(operator.database())) {
      blockade.hold(IN_THE_THIRD, () -> killedBeyond(blockade));
      assertThat(blockade.number(TRIED_AGAIN)).isEqualTo(DECIDED);
    }
    operator.serve(yaml -> yaml + TABLE.formatted(", shipping_standard: STANDARD"));
    operator.await(
        "those decided about", () -> operator.pair().truth().erpOrders().size() == DECIDED);
    assertThat(problem().path("count").asInt()).isEqualTo(ORDERS - DECIDED);
    resubmit();
    operator.settle();
    assertThat(operator.pair().truth().differences()).isEmpty();
    assertThat(operator.pair().truth().erpOrders()).hasSize(ORDERS);
    Told verified = operator.told("verify-ledger");
    assertThat(verified.status()).as(verified.all()).isZero();
  }

  private JsonNode problem() {
    return Wire.get(operator.statusPage(), "/api/problems", token).path("problems").path(0);
  }

  private void resubmit() {
    String path = "/api/problems/" + problem().path("id").asString() + "/resubmit";
    Wire.post(operator.statusPage(), path, Json.object().put("reason", "mended"), token);
  }

  private void killedBeyond(Blockade blockade) throws InterruptedException {
    AtomicBoolean answered = new AtomicBoolean();
    Thread person =
        Thread.ofVirtual()
            .start(
                () -> {
                  resubmit();
                  answered.set(true);
                });
    blockade.awaitWaiting(person::isAlive);
    operator.await("two of three", () -> blockade.number(TRIED_AGAIN) == DECIDED);
    operator.kill();
    person.join();
    assertThat(answered).as("an answer to what was not done").isFalse();
  }
}
