package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderReplyOnTwinTest extends OnTwin {

  private final Writer writer = writer(EntityType.ORDER);

  private Outcome update(String id, String content) {
    Write write = new Write("k", Write.Action.UPDATE, "shop-1", id, ModelJson.parse(content));
    return writer.write(List.of(write)).getFirst();
  }

  @Test
  void customFieldsAreMergedKeyByKey() {
    Placed order = shop.order();
    assertThat(update(order.id(), "{\"customFields\":{\"kontor_erp_order_number\":\"SO-1\"}}"))
        .isInstanceOf(Outcome.Written.class);
    assertThat(update(order.id(), "{\"customFields\":{\"kontor_erp_order_id\":\"x\"}}"))
        .isInstanceOf(Outcome.Written.class);
    JsonNode fields = shop.truth(order.id()).path("customFields");
    assertThat(fields.path("kontor_erp_order_number").asString()).isEqualTo("SO-1");
    assertThat(fields.path("kontor_erp_order_id").asString()).isEqualTo("x");
  }

  private static Write reply(String id, String value) {
    JsonNode content =
        ModelJson.parse("{\"customFields\":{\"kontor_erp_order_number\":\"" + value + "\"}}");
    return new Write("k-" + id, Write.Action.UPDATE, "r", id, content);
  }

  @Test
  void theRepliesOfABatchAreOneCall() {
    List<Placed> orders = bench.placeTogether(EntityType.ORDER, writer.maxBatch());
    List<Write> batch = orders.stream().map(order -> reply(order.id(), order.number())).toList();
    meter.reset();
    assertThat(writer.write(batch)).hasSize(50).allMatch(o -> o instanceof Outcome.Written);
    assertThat(meter.writes).hasValue(1);
    assertThat(meter.reads).hasValue(0);
    for (Placed order : orders) {
      assertThat(
              shop.truth(order.id())
                  .path("customFields")
                  .path("kontor_erp_order_number")
                  .asString())
          .isEqualTo(order.number());
    }
  }

  @Test
  void anOrderDeletedSinceIsMissingAndNeitherARightNorTheOthersSuffer() {
    Placed gone = shop.order();
    Placed stays = shop.order();
    bench.delete(EntityType.ORDER, gone);
    try (Connector least = new ShopwareProvider().connect(bench.leastRights(), bench.toolbox())) {
      for (Writer any : List.of(writer, least.writer(EntityType.ORDER).orElseThrow())) {
        List<Outcome> outcomes = any.write(List.of(reply(gone.id(), "1"), reply(stays.id(), "2")));
        assertThat(outcomes.getFirst()).isInstanceOf(Fault.Missing.class);
        assertThat(has("order", gone.id())).as("made anew by the upsert").isFalse();
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
      }
    }
  }

  @Test
  void anEmptyMapIsNeverSent() {
    Placed order = shop.order();
    update(order.id(), "{\"customFields\":{\"other_plugin\":\"keeps\"}}");
    assertThat(update(order.id(), "{\"customFields\":{}}")).isInstanceOf(Fault.Invalid.class);
    assertThat(shop.truth(order.id()).path("customFields").has("other_plugin")).isTrue();
    JsonNode empty = ModelJson.parse("{\"customFields\":{}}");
    assertThat(writer.prepare(empty, empty)).isInstanceOf(Prepared.Refused.class);
  }

  @Test
  void transitionsFindTheirPartAndSendNoMail() {
    Placed order = shop.order();
    String content =
        """
        {"transitions":[
          {"entity":"order","transition":"process"},
          {"entity":"order_transaction","transition":"paid"},
          {"entity":"order_delivery","transition":"ship"}]}""";
    assertThat(update(order.id(), content)).isInstanceOf(Outcome.Written.class);
    JsonNode truth = shop.truth(order.id());
    assertThat(truth.path("state").asString()).isEqualTo("in_progress");
    assertThat(truth.path("paymentState").asString()).isEqualTo("paid");
    assertThat(truth.path("deliveryState").asString()).isEqualTo("shipped");
    assertThat(update(order.id(), content)).as("repeated").isInstanceOf(Outcome.Written.class);
    assertThat(shop.mails()).isZero();
  }

  @Test
  void anIllegalTransitionSaysWhatIsPossible() {
    Placed order = shop.order();
    assertThat(update(order.id(), "{\"transitions\":[{\"transition\":\"complete\"}]}"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("transitions[0].transition");
              assertThat(invalid.problem()).contains("cancel").contains("process");
              assertThat(invalid.remoteCode()).isEqualTo("SYSTEM__ILLEGAL_STATE_TRANSITION");
            });
  }

  @Test
  void anOrderThatIsGoneIsMissing() {
    assertThat(
            update("01a1fd7f8260723ea700d55db49e85a4", "{\"customFields\":{\"kontor_x\":\"y\"}}"))
        .isInstanceOf(Fault.Missing.class);
  }

  @Test
  void ordersAreNotCreated() {
    Write create =
        new Write("k", Write.Action.CREATE, "r", null, ModelJson.parse("{\"customFields\":{}}"));
    assertThat(writer.write(List.of(create)).getFirst()).isInstanceOf(Fault.Unsupported.class);
  }
}
