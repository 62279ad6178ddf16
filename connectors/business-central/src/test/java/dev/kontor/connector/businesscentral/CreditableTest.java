package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.kit.refunds.Creditable;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.PriceBasis;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No refund is credited twice, by whatever way. */
class CreditableTest {

  private static String problem(
      SampleOrder orders, int refund, String invoiced, String credited, String... already) {
    Order order = orders.build();
    return new Creditable(
            new OrderRefund(order, order.refunds().get(refund)),
            each -> Set.of(already).contains(each.id()))
        .problem(new BigDecimal(invoiced), new BigDecimal(credited));
  }

  private static SampleOrder order() {
    return SampleOrder.in(PriceBasis.GROSS).goods("A", "1", "100", "100", "19").paid("100");
  }

  @Test
  void partsMayBeCreditedUpToTheWhole() {
    SampleOrder parts = order().refund("a", "40").refund("b", "60");
    assertThat(problem(parts, 0, "100", "0")).isEmpty();
    assertThat(problem(parts, 1, "100", "40")).isEmpty();
    assertThat(problem(parts, 1, "100", "41")).contains("would be too much");
  }

  @Test
  void oneThatALaterOnePassedIsCreditedAllTheSame() {
    SampleOrder parts = order().refund("a", "40").refund("b", "15");
    assertThat(problem(parts, 0, "100", "15", "b")).isEmpty();
    assertThat(problem(parts, 0, "100", "15"))
        .as("something else was credited")
        .contains("invoiced without what was given back");
  }

  @Test
  void anOrderThatWasReducedBeforeItsInvoiceIsNotCreditedOnTop() {
    SampleOrder reduced = order().refund("a", "20");
    assertThat(problem(reduced, 0, "80", "0")).contains("invoiced without what was given back");
    assertThat(problem(reduced, 0, "100", "0")).isEmpty();
  }

  @Test
  void whereTheShopDoesNotSayWhatWasPaidOnlyTheInvoiceLimits() {
    SampleOrder unpaid =
        SampleOrder.in(PriceBasis.GROSS).goods("A", "1", "100", "100", "19").refund("a", "100");
    assertThat(problem(unpaid, 0, "100", "0")).isEmpty();
    assertThat(problem(unpaid, 0, "100", "0.01")).contains("would be too much");
  }
}
