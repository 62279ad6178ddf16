package dev.kontor.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.reconcile.OrderFacts.Reading;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the systems went apart about a payment of 20.00, from what each of them says. */
final class PaymentJudgementTest {

  private static final String PAID = "paid:p1";
  private static final Order ORDER =
      SampleOrder.in(PriceBasis.GROSS).goods("A", "2", "10", "20.00", "19").paid("20.00").build();

  private static List<Difference> judge(
      List<String> emit, Reading reading, List<KnownEvent> known, EnteredPayment... there) {
    OrderMoney.Decision decision =
        new OrderMoney.Decision(
            emit.stream().map(event -> new OrderDecision.Emit(event, 0)).toList(),
            List.of(),
            List.of());
    boolean done = known.stream().anyMatch(KnownEvent::isDone);
    Map<String, List<EnteredPayment>> entered = done ? Map.of(PAID, List.of(there)) : Map.of();
    return new PaymentJudgement("erp")
        .judge(new PaymentFacts(ORDER, decision, known, reading, entered));
  }

  private static List<Cause> causes(String state, EnteredPayment... there) {
    KnownEvent event = new KnownEvent(1, PAID, state, new byte[] {1}, true);
    return judge(List.of(), Reading.DONE, List.of(event), there).stream()
        .map(Difference::cause)
        .toList();
  }

  private static EnteredPayment entered(
      boolean posted, String amount, @Nullable String invoiceNumber) {
    return new EnteredPayment("SW-1/1", posted, new BigDecimal(amount), invoiceNumber);
  }

  @Test
  void whatIsThereAsTheShopSaysIsNoDifference() {
    assertThat(causes("done", entered(false, "20", "I-1"))).isEmpty();
    assertThat(causes("done", entered(true, "20.00", null))).isEmpty();
    assertThat(causes("waiting")).as("for its invoice").isEmpty();
  }

  @Test
  void eachDifferenceHasItsCause() {
    assertThat(causes("done")).containsExactly(Cause.NOT_APPLIED);
    assertThat(causes("done", entered(true, "20", null), entered(false, "20", "I-1")))
        .containsExactly(Cause.DOUBLE);
    assertThat(causes("done", entered(true, "19.99", null))).containsExactly(Cause.CHANGED_THERE);
    assertThat(causes("done", entered(false, "20", null))).containsExactly(Cause.CHANGED_THERE);
    assertThat(causes("dead")).containsExactly(Cause.NOT_SENT);
  }

  @Test
  void onlyWhatIsMendedByReadingTheOrderAgainIsMended() {
    Difference never = judge(List.of(PAID), Reading.NOT_HEARD_OF, List.of()).getFirst();
    assertThat(never.cause()).isEqualTo(Cause.NEVER_RECEIVED);
    assertThat(never.isRepairable()).isTrue();
    assertThat(never.what()).isEqualTo("paid 20.00 EUR, and the hub has not heard of it");
    Difference announced = judge(List.of(PAID), Reading.ANNOUNCED, List.of()).getFirst();
    assertThat(announced.cause()).isEqualTo(Cause.NOT_SENT);
    assertThat(announced.isRepairable()).isFalse();
    Difference byRule = judge(List.of(PAID), Reading.DONE, List.of()).getFirst();
    assertThat(byRule.cause()).isEqualTo(Cause.OTHER_RULE);
    assertThat(byRule.isRepairable()).isTrue();
  }
}
