package dev.kontor.connector.magento.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.Recorded;
import dev.kontor.model.Amount;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import dev.kontor.model.TaxShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What every recorded order comes to, against the truth read from the shop's own tables. */
class RecordedOrdersTest {

  static List<String> cases() {
    return Recorded.cases();
  }

  private static void equal(String what, BigDecimal actual, JsonNode expected) {
    assertThat(actual).as(what).isEqualByComparingTo(expected.decimalValue());
  }

  private static void equal(String what, Amount actual, JsonNode expected) {
    equal(what + " net", actual.net(), expected.path("net"));
    equal(what + " tax", actual.tax(), expected.path("tax"));
    equal(what + " gross", actual.gross(), expected.path("gross"));
  }

  @Test
  void allRecordingsAreHere() {
    assertThat(cases()).hasSize(40);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void totalsAndTaxPerRate(String name) {
    JsonNode expected = Recorded.expected(name);
    TranslatedOrder order = new TranslatedOrder(Recorded.order(name));
    Amount total = order.read("total", Amount.class);
    equal("gross", total.gross(), expected.path("grand_total_gross"));
    equal("net", total.net(), expected.path("net_total"));
    equal("tax", total.tax(), expected.path("tax_total"));
    Map<BigDecimal, Amount> taxed = new TreeMap<>();
    for (TaxShare share : order.read("taxes", TaxShare[].class)) {
      if (share.rate().signum() != 0) {
        taxed.put(share.rate(), share.amount());
      }
    }
    assertThat(taxed).hasSize(expected.path("tax_by_rate").size());
    for (JsonNode rate : expected.path("tax_by_rate")) {
      Amount share = Objects.requireNonNull(taxed.get(rate.path("rate").decimalValue()));
      equal("net at " + rate.path("rate"), share.net(), rate.path("net"));
      equal("tax at " + rate.path("rate"), share.tax(), rate.path("tax"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void linesWithBundlesByComponent(String name) {
    JsonNode expected = Recorded.expected(name);
    String view = expected.has("lines_components_view") ? "lines_components_view" : "lines";
    compare(new TranslatedOrder(Recorded.order(name)).goods(), expected.path(view));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void linesWithBundlesAsOne(String name) {
    JsonNode settings = ModelJson.parse("{\"bundles\": \"line\"}");
    TranslatedOrder order = new TranslatedOrder(Recorded.order(name), settings);
    compare(order.goods(), Recorded.expected(name).path("lines"));
  }

  private static void compare(List<OrderLine> lines, JsonNode expected) {
    assertThat(lines).hasSize(expected.size());
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      JsonNode wanted = expected.path(i);
      assertThat(line.sku()).isEqualTo(wanted.path("sku").asString());
      assertThat(line.description()).isEqualTo(wanted.path("name").asString());
      assertThat(line.id()).isEqualTo(wanted.path("order_item_id").asString());
      equal("pieces", line.quantity(), wanted.path("qty"));
      equal(line.description(), line.amount(), wanted);
      boolean mixed = wanted.path("tax_rate").size() > 1;
      assertThat(line.taxes()).hasSize(mixed ? wanted.path("tax_rate").size() : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shippingAndTheSumOfAllLines(String name) {
    TranslatedOrder order = new TranslatedOrder(Recorded.order(name));
    List<OrderLine> shipping =
        order.lines().stream().filter(line -> line.kind() == LineKind.SHIPPING).toList();
    equal("shipping", TranslatedOrder.sum(shipping), Recorded.expected(name).path("shipping"));
    Amount total = order.read("total", Amount.class);
    Amount sum = TranslatedOrder.sum(order.lines());
    assertThat(sum.gross()).isEqualByComparingTo(total.gross());
    assertThat(sum.tax()).isEqualByComparingTo(total.tax());
  }
}
