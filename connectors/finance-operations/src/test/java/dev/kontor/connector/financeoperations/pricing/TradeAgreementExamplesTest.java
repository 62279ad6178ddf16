package dev.kontor.connector.financeoperations.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.kit.cases.KnownCases;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TradeAgreementExamplesTest {

  @TestFactory
  Stream<DynamicTest> everyExampleOfTheContractIsComputed() throws IOException {
    List<KnownCases.Result> results = TradeAgreementCheck.run(examples());
    assertThat(results).hasSize(25);
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.id(), () -> assertThat(result.equal()).as(result.detail()).isTrue()));
  }

  @ParameterizedTest
  @CsvSource({
    "line_amount, 200.01, 'lines[0].line_amount: expected 200.01, predicted 200.00'",
    "source, T, 'lines[0].source: expected T, predicted base'",
    "bonus, 1, 'lines[0].bonus: expected 1, predicted none'",
  })
  void aWrongFigureIsNamed(String field, String value, String detail) throws IOException {
    JsonNode examples = examples();
    ((ObjectNode) examples.at("/examples/0/expect/lines/0")).put(field, value);
    assertThat(TradeAgreementCheck.run(examples).getFirst())
        .isEqualTo(new KnownCases.Result("X01", false, detail));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order/lines/0 | qty            | a dozen   | order.lines[0].qty is 'a dozen', no decimal",
        "order/lines/0 | colour         | RED       | order.lines[0].colour is not known; known are",
        "order/lines/0 | unit           | box       | item A is sold in pcs and has no conversion",
        "order/lines/0 | item           | Z         | itemNumber Z has no released product",
        "order         | date           | 15.3.2026 | order.date is '15.3.2026', no date; write it",
        "order         | currency       | USD       | there is no exchange rate EURUSD; give",
        "params        | to_quantity    | sometimes | params.to_quantity is 'sometimes'; write one of",
        "params        | line_multiline | Both      | params.line_multiline is 'Both'; write one of",
        "params        | to_qantity     | Exclusive | params.to_qantity is not known; known are",
        "params        | activated      | some      | params.activated is \"some\"; write \"all\"",
      })
  void whatCannotBeReadIsNamedWithARemedy(String object, String field, String value, String detail)
      throws IOException {
    JsonNode examples = examples();
    ((ObjectNode) examples.at("/examples/0")).putObject("params");
    ((ObjectNode) examples.at("/examples/0/" + object)).put(field, value);
    assertThat(TradeAgreementCheck.run(examples).getFirst().detail()).startsWith(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relation   | Rebate | agreements[1].relation is 'Rebate'; write one of LineDisc,",
        "item_code  | All    | relation is 'A' for code ALL; name one, or none for all",
        "find_next  | No     | agreements[1].find_next is \"No\"; write true or false",
        "price_unit | 0      | priceUnit is 0 but must be positive; give 1 for none",
        "currency   | ''     | agreement G has no currency; every trade agreement is in one",
        "id         | T      | two agreements have the id T; give each its record id",
      })
  void anAgreementThatCannotBeIsNamed(String field, String value, String detail)
      throws IOException {
    JsonNode examples = examples();
    ((ObjectNode) examples.at("/examples/1/agreements/1")).put(field, value);
    assertThat(TradeAgreementCheck.run(examples).get(1).detail()).startsWith(detail);
  }

  @Test
  void aFileWithoutCasesIsRefused() {
    assertThatThrownBy(() -> TradeAgreementCheck.run(ModelJson.parse("[]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JSON object with defaults and examples");
    assertThatThrownBy(() -> TradeAgreementCheck.run(ModelJson.parse("{\"examples\":[]}")))
        .hasMessageContaining("no cases");
  }

  private static JsonNode examples() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            TradeAgreementExamplesTest.class.getResourceAsStream("/pricing-examples.json"))) {
      return ModelJson.parse(in.readAllBytes());
    }
  }
}
