package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that are cancelled or edited, before and after they reached the ERP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelAndEditTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private Merchant merchant;

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    merchant = Merchant.open(home, false);
  }

  @AfterAll
  void close() {
    merchant.close();
  }

  private JsonNode waitingForErp(String email) throws InterruptedException {
    merchant.hub().hub().desk().pause("connection:erp", "maintenance");
    JsonNode order = merchant.place(Order.of(email, "AH-1005", 2));
    merchant.await(SOON, "captured", () -> merchant.event(order, "created") != null);
    return order;
  }

  private static ObjectNode lines(String number, int quantity) {
    ObjectNode body = Json.object();
    body.putArray("lines").add(Order.line(number, quantity));
    return body;
  }

  private String reason(JsonNode order, String event) {
    return String.valueOf(Objects.requireNonNull(merchant.event(order, event)).reason());
  }

  @Test
  void cancelledBeforeTransferIsSkipped() throws InterruptedException {
    JsonNode order = waitingForErp("c1@kunde.example");
    merchant.change(order, "cancel", null);
    // The pause stops the flow's reading too, so the cancellation is seen after it.
    merchant.hub().hub().desk().resume("connection:erp");
    merchant.await(
        SOON,
        "decided",
        () ->
            merchant.isIn(order, "created", "skipped") || merchant.isIn(order, "created", "done"));
    assertThat(reason(order, "created")).isEqualTo("cancelled before transfer");
    assertThat(merchant.truth().erpOrders(order)).isEmpty();
  }

  @Test
  void editedBeforeTransferTakesTheNewestVersion() throws InterruptedException {
    JsonNode order = waitingForErp("e1@kunde.example");
    merchant.change(order, "edit", lines("AH-1005", 5));
    merchant.hub().hub().desk().resume("connection:erp");
    merchant.await(SOON, "transferred", () -> merchant.isIn(order, "created", "done"));
    JsonNode now =
        merchant.truth().shopOrders().stream()
            .filter(o -> o.path("id").equals(order.path("id")))
            .findFirst()
            .orElseThrow();
    assertThat(new BigDecimal(now.path("gross").asString()))
        .isGreaterThan(new BigDecimal(order.path("gross").asString()))
        .isEqualByComparingTo(
            merchant
                .truth()
                .erpOrders(order)
                .getFirst()
                .path("totalAmountIncludingTax")
                .decimalValue());
    assertThat(merchant.event(order, "edited")).isNull();
  }

  @Test
  void cancelledAfterTransferIsHeldAndSaysWhatToDo() throws InterruptedException {
    JsonNode order = merchant.place(Order.of("c2@kunde.example", "AH-1005", 1));
    merchant.await(SOON, "transferred", () -> merchant.isIn(order, "created", "done"));
    merchant.change(order, "cancel", null);
    merchant.await(SOON, "held", () -> merchant.isIn(order, "cancelled", "dead"));
    assertThat(reason(order, "cancelled"))
        .contains("cancelled in shop after it was transferred", "cancel it there");
    assertThat(merchant.truth().erpOrders(order)).hasSize(1);
  }

  @Test
  void editedAfterTransferIsHeld() throws InterruptedException {
    JsonNode order = merchant.place(Order.of("e2@kunde.example", "AH-1005", 1));
    merchant.await(SOON, "transferred", () -> merchant.isIn(order, "created", "done"));
    merchant.change(order, "edit", lines("AH-1005", 4));
    merchant.await(SOON, "held", () -> merchant.isIn(order, "edited", "dead"));
    assertThat(reason(order, "edited")).contains("edited in shop", "correct it there");
    assertThat(merchant.truth().erpOrders(order)).hasSize(1);
    long id = Objects.requireNonNull(merchant.event(order, "edited")).id();
    merchant.hub().hub().desk().discard(java.util.List.of(id), "Erika", "corrected by hand");
    assertThat(merchant.isIn(order, "edited", "discarded")).isTrue();
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }
}
