package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * Recorded shop orders through the pack: native order → model.order → content of the sales order
 * and of its customer. After a wanted change run with {@code -Dgolden.write=true}, then read the
 * difference of every file before committing it.
 */
class GoldenTest {

  private static final Pack PACK = new Pack();
  private static final JsonNode EXPECTED = json("/golden/expected.json");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "single-line-open",
        "mixed-tax-qty-odd-cents",
        "b2b-net-company-vat",
        "promotion-percent-paid",
        "two-promotions-paid-partially",
        "currency-usd-us",
        "export-ch-tax-free",
        "variants-free-shipping-comment",
      })
  void ordersBecomeWhatTheGoldenFilesSay(String name) {
    JsonNode answer = json("/golden/" + name + "/in.json");
    JsonNode model = PACK.read("orders", answer.path("data").path(0));
    JsonNode customer = ModelJson.tree(order(model).customer());

    check(name + "/model.json", model, false);
    check(name + "/out.json", PACK.write("orders", model), true);
    check(name + "/customer.json", PACK.write("customers", customer), true);
    compareWithTheShopsTables(order(model), EXPECTED.path("orders/" + name + ".json"));
    compareLines(model, PACK.write("orders", model));
  }

  /** The shop's own tables, read without any mapping, say the same amounts. */
  private static void compareWithTheShopsTables(Order order, JsonNode truth) {
    assertThat(order.number()).isEqualTo(truth.path("order_number").asString());
    assertThat(order.currency()).isEqualTo(truth.path("currency").asString());
    assertThat(order.total().gross()).isEqualByComparingTo(amount(truth, "gross_total"));
    assertThat(order.total().net()).isEqualByComparingTo(amount(truth, "net_total"));
    assertThat(order.total().tax()).isEqualByComparingTo(amount(truth, "tax_total"));
    for (var share : order.taxes()) {
      assertThat(share.amount().tax())
          .as("rate %s", share.rate())
          .isEqualByComparingTo(
              truth
                  .path("tax_per_rate")
                  .path(share.rate().stripTrailingZeros().toPlainString())
                  .asString());
    }
  }

  /** The sales order's lines before VAT rounding add up to the order's total on its price basis. */
  private static void compareLines(JsonNode model, JsonNode salesOrder) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : salesOrder.path("salesOrderLines")) {
      BigDecimal price = line.path("unitPrice").decimalValue();
      BigDecimal discount =
          line.has("discountAmount") ? line.path("discountAmount").decimalValue() : BigDecimal.ZERO;
      sum = sum.add(price.multiply(line.path("quantity").decimalValue()).subtract(discount));
    }
    Order order = order(model);
    assertThat(sum).isEqualByComparingTo(order.total().on(order.priceBasis()));
  }

  private static BigDecimal amount(JsonNode truth, String name) {
    return new BigDecimal(truth.path(name).asString());
  }

  private static Order order(JsonNode model) {
    return ModelJson.mapper().treeToValue(model, Order.class);
  }

  /**
   * @param ordered true where the target reads properties in order, as Business Central does;
   *     custom data of the model has no order
   */
  static void check(String name, JsonNode actual, boolean ordered) {
    String text =
        ModelJson.mapper()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(actual);
    if (Boolean.getBoolean("golden.write")) {
      write(name, text + "\n");
    }
    String golden = text("/golden/" + name);
    assertThat(ModelJson.parse(text)).as(name).isEqualTo(ModelJson.parse(golden));
    if (ordered) {
      assertThat(text + "\n").as(name).isEqualTo(golden);
    }
  }

  private static void write(String name, String text) {
    try {
      Files.writeString(Path.of("src/test/resources/golden", name), text);
      Files.writeString(Path.of("target/test-classes/golden", name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String resource) {
    return ModelJson.parse(text(resource));
  }

  static String text(String resource) {
    try (InputStream in = GoldenTest.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
