package dev.kontor.connector.shopware.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.model.Capture;
import dev.kontor.model.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the payments of recorded orders, and of the same in other states, tell as received. */
class OrderCapturesTest {

  private static final String PAID = "orders/promotion-percent-paid.json";
  private static final String CAPTURED = "orders/refunded-partially-capture.json";

  private static JsonNode with(String file, String state) {
    JsonNode order = Recorded.order(file).deepCopy();
    order
        .path("transactions")
        .forEach(t -> ((ObjectNode) t.path("stateMachineState")).put("technicalName", state));
    return order;
  }

  private static Payment payment(JsonNode order) {
    return new TranslatedOrder(order).payments().getLast();
  }

  private static List<Capture> captures(String file, String state) {
    return payment(with(file, state)).captures();
  }

  @Test
  void aPaidPaymentIsReceivedWholeWhenItChangedLast() {
    JsonNode order = Recorded.order(PAID);
    Payment payment = payment(order);
    Capture capture = payment.captures().getFirst();
    assertThat(capture.id()).isEqualTo(payment.id());
    assertThat(capture.amount()).isEqualTo(payment.amount());
    String changed = order.path("transactions").path(0).path("updatedAt").asString();
    assertThat(capture.recordedAt()).isEqualTo(OffsetDateTime.parse(changed).toInstant());
  }

  @Test
  void whatIsRefundedByNowWasReceivedWhenThePaymentBeganOrLater() {
    JsonNode order = with(PAID, "refunded");
    String begun = order.path("transactions").path(0).path("createdAt").asString();
    Instant at = OffsetDateTime.parse(begun).toInstant();
    assertThat(payment(order).captures()).extracting(Capture::recordedAt).containsExactly(at);
  }

  @Test
  void captureAndRestComeToThePaymentAndACaptureKeepsItsReference() {
    Payment payment = payment(Recorded.order(CAPTURED));
    BigDecimal sum =
        payment.captures().stream().map(Capture::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(payment.amount());
    assertThat(payment.captures().getFirst().reference()).isEqualTo(payment.reference());
    assertThat(payment.captures().getFirst().id()).isNotEqualTo(payment.id());
  }

  @Test
  void aPartWithoutACaptureSaysNoAmount() {
    assertThat(captures(PAID, "paid_partially")).extracting(Capture::amount).containsOnlyNulls();
    assertThat(captures(CAPTURED, "paid_partially"))
        .extracting(Capture::amount)
        .doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource({"open", "authorized", "cancelled", "failed", "chargeback", "in_progress"})
  void nothingIsReceivedInTheseStatesWhateverCapturesSay(String state) {
    assertThat(captures(CAPTURED, state)).isEmpty();
  }
}
