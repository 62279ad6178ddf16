package dev.kontor.connector.shopware.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Recorded;
import dev.kontor.model.Address;
import dev.kontor.model.Amount;
import dev.kontor.model.Customer;
import dev.kontor.model.LineKind;
import dev.kontor.model.OrderLine;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every recorded order against the ground truth read from the shop's own tables. */
class RecordedOrdersTest {

  private static final JsonNode EXPECTED = Recorded.json("expected.json");

  static Stream<String> files() {
    return EXPECTED.propertyStream().map(Map.Entry::getKey);
  }

  private static TranslatedOrder order(String file) {
    return new TranslatedOrder(Recorded.order(file));
  }

  private static void equal(String what, BigDecimal actual, JsonNode expected) {
    assertThat(actual).as(what).isEqualByComparingTo(new BigDecimal(expected.asString()));
  }

  @Test
  void allRecordingsAreHere() {
    assertThat(files()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("files")
  void totalsAndTaxPerRate(String file) {
    JsonNode expected = EXPECTED.path(file);
    Amount total = order(file).read("total", Amount.class);
    equal("gross", total.gross(), expected.path("gross_total"));
    equal("net", total.net(), expected.path("net_total"));
    equal("tax", total.tax(), expected.path("tax_total"));

    Map<String, BigDecimal> perRate = new TreeMap<>();
    for (TaxShare share : order(file).read("taxes", TaxShare[].class)) {
      perRate.put(share.rate().toPlainString(), share.amount().tax());
    }
    Map<String, BigDecimal> wanted = new TreeMap<>();
    expected
        .path("tax_per_rate")
        .forEachEntry((rate, tax) -> wanted.put(rate, new BigDecimal(tax.asString())));
    assertThat(perRate).hasToString(wanted.toString());
  }

  @ParameterizedTest
  @MethodSource("files")
  void sumsPerKindOfLine(String file) {
    JsonNode expected = EXPECTED.path(file);
    TranslatedOrder order = order(file);
    amounts("goods", order.sum(LineKind.GOODS), expected);
    amounts("credit", order.sum(LineKind.CREDIT), expected);
    amounts("custom", order.sum(LineKind.CUSTOM), expected);
    amounts("shipping", order.sum(LineKind.SHIPPING), expected);
    amounts("discount", order.sum(LineKind.PROMOTION).negated(), expected);
    assertThat(order.lines(LineKind.GOODS)).hasSize(expected.path("goods_lines").asInt());
    assertThat(order.lines(LineKind.CUSTOM)).hasSize(expected.path("custom_lines").asInt());
    assertThat(order.lines(LineKind.CREDIT)).hasSize(expected.path("credit_lines").asInt());
    assertThat(order.lines(LineKind.PROMOTION)).hasSize(expected.path("promotion_lines").asInt());
    equal(
        "quantity",
        order.lines(LineKind.GOODS).stream()
            .map(OrderLine::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        expected.path("goods_quantity"));
  }

  private static void amounts(String kind, Amount sum, JsonNode expected) {
    equal(kind + " gross", sum.gross(), expected.path(kind + "_gross"));
    equal(kind + " net", sum.net(), expected.path(kind + "_net"));
    if (expected.has(kind + "_tax")) {
      equal(kind + " tax", sum.tax(), expected.path(kind + "_tax"));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void linesSumToTheTotalAndSharesToTheLine(String file) {
    TranslatedOrder order = order(file);
    Amount total = order.read("total", Amount.class);
    Amount sum = TranslatedOrder.sum(order.lines());
    assertThat(sum.gross()).isEqualByComparingTo(total.gross());
    assertThat(sum.net()).isEqualByComparingTo(total.net());
    for (OrderLine line : order.lines()) {
      Amount shares = line.taxes().stream().map(TaxShare::amount).reduce(Amount.ZERO, Amount::plus);
      assertThat(shares.gross()).as(line.description()).isEqualByComparingTo(line.amount().gross());
      assertThat(shares.net()).as(line.description()).isEqualByComparingTo(line.amount().net());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void paymentStateAndMoney(String file) {
    JsonNode expected = EXPECTED.path(file);
    TranslatedOrder order = order(file);
    assertThat(order.call("paymentState").asString())
        .isEqualTo(expected.path("payment_state").asString().toUpperCase(Locale.ROOT));
    assertThat(order.call("paymentMethod").asString())
        .isEqualTo(expected.path("payment_method").asString());
    assertThat(order.payments()).hasSize(expected.path("transactions").asInt());
    Payment current = order.payments().getLast();
    if (expected.path("paid_amount").isNull()) {
      assertThat(current.captured()).isNull();
      assertThat(current.state()).isEqualTo(PaymentState.PAID_PARTIALLY);
    } else {
      assertThat(current.captured())
          .isEqualByComparingTo(new BigDecimal(expected.path("paid_amount").asString()));
    }
    equal("refunded", current.refunded(), expected.path("refunded_amount"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void deliveriesAndTracking(String file) {
    JsonNode expected = EXPECTED.path(file);
    TranslatedOrder order = order(file);
    int discountOnly =
        (int)
            order
                .order()
                .path("deliveries")
                .valueStream()
                .filter(d -> d.path("shippingCosts").path("totalPrice").decimalValue().signum() < 0)
                .count();
    assertThat(order.deliveries()).hasSize(expected.path("deliveries").asInt() - discountOnly);
    assertThat(order.deliveries().getFirst().state().name())
        .isEqualTo(expected.path("delivery_state").asString().toUpperCase(Locale.ROOT));
    assertThat(order.deliveries().getFirst().trackingCodes())
        .isEqualTo(texts(expected.path("tracking_codes")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void customerAndAddresses(String file) {
    JsonNode expected = EXPECTED.path(file);
    TranslatedOrder order = order(file);
    Customer customer = order.read("customer", Customer.class);
    assertThat(customer.number()).isEqualTo(expected.path("customer_number").asString());
    assertThat(customer.email()).isEqualTo(expected.path("customer_email").asString());
    assertThat(customer.company())
        .isEqualTo(expected.path("company").stringValueOpt().orElse(null));
    assertThat(customer.vatIds()).isEqualTo(texts(expected.path("vat_ids")));
    assertThat(order.read("billTo", Address.class).country())
        .isEqualTo(expected.path("bill_to_country").asString());
    assertThat(order.read("shipTo", Address.class).country())
        .isEqualTo(expected.path("ship_to_country").asString());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
