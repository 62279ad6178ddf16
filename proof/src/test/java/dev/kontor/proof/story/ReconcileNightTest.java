package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.DrivenClock;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Once a night the hub itself asks whether both ends agree, and shows what it found. */
class ReconcileNightTest extends ServedHub {

  private JsonNode night() {
    return operator.ask("/api/status").path("reconciled").path(0);
  }

  private String metrics() {
    HttpRequest request = HttpRequest.newBuilder(operator.statusPage().resolve("/metrics")).build();
    return new String(Wire.send(request).body(), StandardCharsets.UTF_8);
  }

  @Test
  void whatANightFoundIsShownAndMendedByNobodyYet() throws Exception {
    operator.serve(
        yaml ->
            yaml.replaceFirst(
                "stock: \\{enabled: false", "stock: {enabled: true, reconcile: \"03:00\""));
    operator.rest("stock");
    operator.await(
        "seen for the first time", () -> night().path("flow").asString("").equals("stock"));
    assertThat(night().path("ended").isNull()).as("not before its first night").isTrue();
    int told = operator.pair().truth().shopStock("AH-1004");
    ShopByHand shop = new ShopByHand(operator.pair());
    shop.setStock("AH-1004", 9);

    try (DrivenClock clock = new DrivenClock(operator.database())) {
      clock.advance(Duration.ofDays(1));
      operator.await("compared", () -> !night().path("ended").isNull());
    }
    assertThat(night().path("different").asInt()).as(night().toString()).isEqualTo(1);
    assertThat(night().path("causes").asString()).isEqualTo("changed there 1");
    assertThat(night().path("compared").asInt()).isGreaterThan(1);
    assertThat(metrics())
        .contains("kontor_reconcile_different{flow=\"stock\"} 1")
        .contains("kontor_reconcile_failed{flow=\"stock\"} 0");
    assertThat(operator.pair().truth().shopStock("AH-1004")).as("for a person").isEqualTo(9);

    shop.setStock("AH-1004", told);
    operator.decide("/api/flows/stock/reconcile", Json.object());
    operator.await("compared once more", () -> night().path("different").asInt() == 0);
  }
}
