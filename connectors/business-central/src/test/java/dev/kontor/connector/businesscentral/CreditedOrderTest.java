package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a refund takes back of its order. */
class CreditedOrderTest {

  /** 59.90 × 3 at 19 %, 29.90 × 2 at 7 %, shipping 3.77 and 1.13. */
  private static SampleOrder sample() {
    SampleOrder orders =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("1000", "3", "59.90", "179.70", "19")
            .goods("1002", "2", "29.90", "59.80", "7");
    return orders
        .other(LineKind.SHIPPING, orders.share("3.77", "19"), orders.share("1.13", "7"))
        .paid("244.40");
  }

  private static final BigDecimal GROSS_19 = new BigDecimal("183.47");
  private static final BigDecimal GROSS_7 = new BigDecimal("60.93");

  private static RefundLine part(int line, String quantity, String gross, String rate) {
    var share = SampleOrder.in(PriceBasis.GROSS).share(gross, rate);
    return new RefundLine("l" + line, new BigDecimal(quantity), share.amount(), List.of(share));
  }

  private static Order credited(
      SampleOrder orders, boolean restock, @Nullable String amount, RefundLine... parts) {
    return credited(orders, new RefundRules(restock, false), amount, parts);
  }

  private static Order credited(
      SampleOrder orders, RefundRules rules, @Nullable String amount, RefundLine... parts) {
    Order order = orders.refund("r", amount, parts).build();
    return CreditedOrder.of(new OrderRefund(order, order.refunds().getFirst()), rules);
  }

  @Test
  void aFullRefundTakesBackEveryLineAndTheSameTaxes() {
    Order credited = credited(sample(), true, "244.40");
    Order order = sample().build();
    assertThat(credited.total()).isEqualTo(order.total());
    assertThat(credited.taxes()).isEqualTo(order.taxes());
    assertThat(credited.lines())
        .extracting(OrderLine::kind)
        .containsExactly(LineKind.GOODS, LineKind.GOODS, LineKind.SHIPPING);
    assertThat(credited.priceBasis()).isEqualTo(PriceBasis.NET);
  }

  @Test
  void goodsThatDoNotComeBackAreCreditedAsMoney() {
    Order credited = credited(sample(), false, "59.90", part(0, "1", "59.90", "19"));
    assertThat(credited.lines()).extracting(OrderLine::kind).containsExactly(LineKind.CREDIT);
    assertThat(credited.total().gross()).isEqualByComparingTo("59.90");
  }

  @Test
  void whatIsKeptBackOfTheGoodsIsALineOfItsOwn() {
    SampleOrder one =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "2", "10", "20", "19").paid("20");
    Order credited = credited(one, true, "8.50", part(0, "1", "10", "19"));
    assertThat(credited.lines().getLast().amount().gross()).isEqualByComparingTo("-1.50");
    assertThat(credited.total().gross()).isEqualByComparingTo("8.50");
  }

  @Test
  void whatTheShopDoesNotSayIsNotGuessed() {
    assertThatThrownBy(() -> credited(sample(), true, null))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("was refunded in part, not how much");
    assertThatThrownBy(() -> credited(sample(), true, "5"))
        .hasMessageContaining("at which rate 5 EUR of the refund is taxed");
    assertThatThrownBy(() -> credited(sample(), true, "5", part(7, "1", "5", "19")))
        .hasMessageContaining("a line that order 10001 does not have any more");
  }

  @Property(tries = 500)
  void anAmountOnlyIsSharedAmongTheRatesAsTheOrderIsAndSumsToItself(
      @ForAll @IntRange(min = 1, max = 24_439) int cents) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    Order credited = credited(sample(), new RefundRules(false, true), amount.toPlainString());
    assertThat(credited.total().gross()).isEqualByComparingTo(amount);
    for (TaxShare share : credited.taxes()) {
      // 183.47 of the order's 244.40 are taxed at 19 %, 60.93 at 7 %.
      BigDecimal part = share.rate().intValue() == 19 ? GROSS_19 : GROSS_7;
      assertThat(share.amount().gross())
          .isCloseTo(
              amount.multiply(part).divide(new BigDecimal("244.40"), 4, RoundingMode.HALF_UP),
              within(new BigDecimal("0.01")));
      assertThat(share.amount().tax())
          .isEqualByComparingTo(
              share
                  .amount()
                  .gross()
                  .multiply(share.rate())
                  .divide(share.rate().add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP));
    }
  }

  @Property(tries = 500)
  void theTotalIsWhatWasGivenBackAndTheLinesSumToIt(
      @ForAll @IntRange(min = 1, max = 24_440) int cents,
      @ForAll @IntRange(min = 0, max = 3) int pieces,
      @ForAll boolean restock) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    SampleOrder one =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "3", "59.90", "179.70", "19").paid("244.40");
    BigDecimal goods = new BigDecimal("59.90").multiply(BigDecimal.valueOf(pieces));
    RefundLine[] parts =
        pieces == 0
            ? new RefundLine[0]
            : new RefundLine[] {part(0, "" + pieces, goods.toPlainString(), "19")};
    Order credited = credited(one, restock, amount.toPlainString(), parts);
    assertThat(credited.total().gross()).isEqualByComparingTo(amount);
    assertThat(
            credited.lines().stream()
                .map(line -> line.amount().gross())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(amount);
  }
}
