package dev.kontor.connector.shopware.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.model.Refund;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refunds of recorded orders, and of the same with other states. */
class OrderRefundsTest {

  private static final JsonNode EXPECTED = Recorded.json("expected.json");
  private static final String CAPTURED = "orders/refunded-partially-capture.json";
  private static final String BY_STATE = "orders/refunded-returned.json";

  static Stream<String> files() {
    return EXPECTED.propertyStream().map(Map.Entry::getKey);
  }

  private static List<Refund> refunds(JsonNode order) {
    return List.of(new TranslatedOrder(order).read("refunds", Refund[].class));
  }

  /** The states of payment and refund replaced. */
  private static JsonNode with(String file, String payment, String refund) {
    JsonNode order = Recorded.order(file).deepCopy();
    for (JsonNode transaction : order.path("transactions")) {
      state(transaction, payment);
      transaction.path("captures").forEach(c -> c.path("refunds").forEach(r -> state(r, refund)));
    }
    return order;
  }

  private static void state(JsonNode row, String name) {
    ((ObjectNode) row.path("stateMachineState")).put("technicalName", name);
  }

  @ParameterizedTest
  @MethodSource("files")
  void theySumToWhatTheShopsTablesSay(String file) {
    BigDecimal sum =
        refunds(Recorded.order(file)).stream()
            .map(Refund::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(EXPECTED.path(file).path("refunded_amount").asString());
  }

  @Test
  void aCapturesRefundNamesItsLinesReasonAndTaxes() {
    Refund refund = refunds(Recorded.order(CAPTURED)).getFirst();
    assertThat(refund.id()).isEqualTo("a2d390aff7658ac74aa444a2890620b2");
    assertThat(refund.state()).isEqualTo(Refund.State.COMPLETED);
    assertThat(refund.reason()).isEqualTo("Ein Kissen beschädigt");
    assertThat(refund.reference()).isEqualTo("RF-10044");
    assertThat(refund.restock()).isEqualTo(Refund.Restock.UNKNOWN);
    assertThat(refund.lines()).hasSize(1);
    assertThat(refund.lines().getFirst().amount().gross()).isEqualByComparingTo("12.49");
    assertThat(refund.taxes()).hasSize(1);
  }

  @Test
  void aStateAloneMeansTheRestOfThePaymentWhoseGoodsCameBack() {
    Refund refund = refunds(Recorded.order(BY_STATE)).getFirst();
    assertThat(refund.amount()).isEqualByComparingTo("61.44");
    assertThat(refund.lines()).isEmpty();
    assertThat(refund.restock()).isEqualTo(Refund.Restock.YES);
    List<Refund> both = refunds(with(CAPTURED, "refunded", "completed"));
    assertThat(both)
        .extracting(Refund::amount)
        .containsExactlyInAnyOrder(new BigDecimal("12.49"), new BigDecimal("70.93"));
  }

  @Test
  void theRestIsTaxedAsThePaymentLessWhatWasTold() {
    Refund rest =
        refunds(with(CAPTURED, "refunded", "completed")).stream()
            .filter(refund -> refund.lines().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(rest.taxes())
        .extracting(share -> share.amount().gross())
        .containsExactly(new BigDecimal("30.34"), new BigDecimal("40.59"));
  }

  @Test
  void aPartWithoutAnAmountIsSaidToBeUnknown() {
    List<Refund> refunds = refunds(with(BY_STATE, "refunded_partially", "completed"));
    assertThat(refunds).hasSize(1);
    assertThat(refunds.getFirst().amount()).isNull();
  }

  @Test
  void whatIsOnItsWayOrFailedIsNoMoneyYet() {
    assertThat(refunds(with(CAPTURED, "refunded_partially", "in_progress")))
        .extracting(Refund::state)
        .containsExactly(Refund.State.OPEN);
    assertThat(refunds(with(CAPTURED, "refunded_partially", "failed")))
        .extracting(Refund::amount)
        .as("the state says that something was given back all the same")
        .containsExactlyInAnyOrder(new BigDecimal("12.49"), null);
  }
}
