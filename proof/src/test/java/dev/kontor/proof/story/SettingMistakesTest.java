package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people get wrong in the configuration: said clearly, mended without loss. */
class SettingMistakesTest extends ServedHub {

  private void corrected(UnaryOperator<String> configuration) throws Exception {
    operator.stop();
    operator.serve(configuration);
  }

  @Test
  void anExpiredSecretPausesTheConnectionUntilItIsReplaced() throws Exception {
    // Tokens that outlive the secret would only put the end off.
    operator.pair().erp().dials().set("tokenExpirySeconds", 1);
    operator.serve(yaml -> yaml);
    JsonNode before = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.settle();
    operator.pair().erp().replaceSecret("its-successor");
    JsonNode order = pushed();
    operator.await("the order held back", () -> !operator.list().isEmpty());
    operator.await("pause", () -> !paused().isEmpty());
    assertThat(paused()).contains("client secret").doesNotContain("kontor-secret");
    assertThat(alert()).contains("connection:erp");
    JsonNode meanwhile = pushed();
    operator.awaitListed(
        "taken though paused", m -> m.number().equals(meanwhile.path("orderNumber").asString()));
    operator.secrets().put("ERP_SECRET", "its-successor");
    corrected(yaml -> yaml);
    assertThat(paused()).isNotEmpty();
    operator.decide("/api/resume", Json.object().put("subject", "connection:erp"));
    operator.settle();
    for (JsonNode each : List.of(before, order, meanwhile)) {
      assertThat(operator.show(each)).extracting(ListedMessage::state).contains("done");
    }
    assertThat(operator.entrance().answers()).containsOnlyKeys(200);
  }

  /** An order whose push the hub has taken. */
  private JsonNode pushed() {
    int before = operator.entrance().answered(200);
    JsonNode order = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.await("the push taken", () -> operator.entrance().answered(200) > before);
    return order;
  }

  /** What is to raise an alarm where the hub is watched. */
  private String alert() {
    HttpRequest metrics =
        HttpRequest.newBuilder(URI.create(operator.statusPage() + "/metrics")).build();
    return new String(Wire.send(metrics).body(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("kontor_paused{"))
        .collect(Collectors.joining("\n"));
  }

  private String paused() {
    return operator.ask("/api/status").path("paused").path("connection:erp").asString("");
  }

  @Test
  void unknownTableEntryNamesFieldTableAndValue() throws Exception {
    Files.writeString(
        directory.resolve("shipment.yaml"),
        """
        overlay: business-central/order.out
        rules:
          - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
        """);
    String entry =
        """
        tables: {shipment: {shipping_express: EXPRESS%s}}
        overlays: [shipment.yaml]
        """;
    operator.serve(yaml -> yaml + entry.formatted(""));
    JsonNode order = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    assertThat(operator.awaitDead(order).why())
        .contains("shipmentMethodCode", "shipment", "shipping_standard");
    corrected(yaml -> yaml + entry.formatted(", shipping_standard: STANDARD"));
    operator.resubmitAndSettle();
  }

  @Test
  void aRateMissingInTheVatTableIsHeld() throws Exception {
    operator.serve(yaml -> yaml.replace("VAT7: {rate: 7}", "VAT7: {rate: 5}"));
    JsonNode order = operator.pair().place(Order.of(ANNE, "AH-2001", 3));
    assertThat(operator.awaitDead(order).why()).contains("7 %", "DOMESTIC", "setting vat");
    assertThat(operator.pair().truth().erpOrders(order)).isEmpty();
    corrected(yaml -> yaml);
    operator.resubmitAndSettle();
  }

  @Test
  void aTotalBeyondToleranceIsHeldWithTheDifferencePerRate() throws Exception {
    operator.serve(yaml -> yaml.replace("tolerance: \"0.05\"", "tolerance: \"0\""));
    operator.pair().placeRandom(60, 3);
    operator.await("every order in the ERP or held", this::isEachDecided);
    operator.rest("orders");
    // What a poll saw again meanwhile is listed too, until it is found to be known.
    assertThat(operator.list())
        .filteredOn(m -> m.state().equals("dead"))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.why()).contains("total", "%"));
    corrected(yaml -> yaml);
    operator.resubmitAndSettle();
  }

  /** Those not in the ERP and answered are the dead ones, one message for each. */
  private boolean isEachDecided() {
    List<ListedMessage> listed = operator.list();
    return listed.stream().allMatch(m -> m.state().equals("dead"))
        && listed.size() == operator.pair().truth().unanswered().size();
  }
}
