package dev.kontor.connector.magento.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.Recorded;
import dev.kontor.model.Address;
import dev.kontor.model.Capture;
import dev.kontor.model.Customer;
import dev.kontor.model.Delivery;
import dev.kontor.model.Payment;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Refund;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who bought every recorded order, what was paid, sent and given back, against the same truth. */
class RecordedFactsTest {

  static List<String> cases() {
    return Recorded.cases();
  }

  private static TranslatedOrder order(String name) {
    return new TranslatedOrder(Recorded.order(name));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whoBought(String name) {
    JsonNode expected = Recorded.expected(name);
    Customer buyer = order(name).read("customer", Customer.class);
    assertThat(buyer.email()).isEqualTo(expected.path("customer").path("email").asString());
    assertThat(buyer.guest()).isEqualTo(expected.path("customer").path("is_guest").asBoolean());
    assertThat(buyer.company()).isEqualTo(text(expected.path("bill_to").path("company")));
    assertThat(buyer.vatIds()).isEqualTo(vatIds(expected));
    Address billTo = order(name).read("billTo", Address.class);
    assertThat(billTo.city()).isEqualTo(expected.path("bill_to").path("city").asString());
    assertThat(billTo.street())
        .isEqualTo(expected.path("bill_to").path("street").path(0).asString());
    String country = text(expected.path("ship_to_country"));
    assertThat(order(name).read("shipTo", Address.class).country())
        .isEqualTo(country == null ? billTo.country() : country);
  }

  private static List<String> vatIds(JsonNode expected) {
    return Stream.of(
            expected.path("customer").path("taxvat"), expected.path("bill_to").path("vat_id"))
        .map(RecordedFactsTest::text)
        .filter(Objects::nonNull)
        .limit(1)
        .toList();
  }

  private static @org.jspecify.annotations.Nullable String text(JsonNode node) {
    return node.stringValueOpt().orElse(null);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasPaidAndGivenBack(String name) {
    JsonNode expected = Recorded.expected(name);
    Payment payment = order(name).read("payments", Payment[].class)[0];
    assertThat(payment.method()).isEqualTo(expected.path("payment_method").asString());
    assertThat(payment.captured()).isEqualByComparingTo(expected.path("paid").decimalValue());
    assertThat(payment.refunded()).isEqualByComparingTo(expected.path("refunded").decimalValue());
    BigDecimal captured =
        payment.captures().stream()
            .map(Capture::amount)
            .map(Objects::requireNonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(captured).isEqualByComparingTo(expected.path("paid").decimalValue());
    BigDecimal refunded = BigDecimal.ZERO;
    for (Refund refund : order(name).read("refunds", Refund[].class)) {
      BigDecimal taxed =
          refund.taxes().stream()
              .map(share -> share.amount().gross())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(taxed).as("explained by rate").isEqualByComparingTo(refund.amount());
      refunded = refunded.add(taxed);
    }
    assertThat(refunded).isEqualByComparingTo(expected.path("refunded").decimalValue());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatLeftAndWithWhichTrackingNumbers(String name) {
    List<Delivery> sent =
        Arrays.stream(order(name).read("deliveries", Delivery[].class))
            .filter(Delivery::hasLeft)
            .toList();
    JsonNode expected = Recorded.expected(name).path("shipments");
    assertThat(sent).hasSize(expected.size());
    assertThat(sent.stream().flatMap(delivery -> delivery.trackingCodes().stream()))
        .hasSize((int) expected.valueStream().flatMap(s -> s.path("tracks").valueStream()).count());
    Map<String, BigDecimal> pieces = new TreeMap<>();
    sent.forEach(
        d -> d.lines().forEach(l -> pieces.merge(l.orderLine(), l.quantity(), BigDecimal::add)));
    for (JsonNode line : Recorded.expected(name).path("lines")) {
      if (!line.path("product_type").asString().equals("bundle")) {
        assertThat(pieces.getOrDefault(line.path("order_item_id").asString(), BigDecimal.ZERO))
            .isEqualByComparingTo(line.path("qty_shipped").decimalValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noOrderOfNetPricesIsTakenForGross(String name) {
    PriceBasis basis = order(name).read("priceBasis", PriceBasis.class);
    boolean gross = Recorded.expected(name).path("configuration").asString().startsWith("gross");
    assertThat(basis == PriceBasis.GROSS && !gross).isFalse();
  }
}
