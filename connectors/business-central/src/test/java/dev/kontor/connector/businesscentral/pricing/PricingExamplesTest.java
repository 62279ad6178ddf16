package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.businesscentral.cases.Examples;
import dev.kontor.kit.cases.KnownCases;
import dev.kontor.model.ModelJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PricingExamplesTest {

  @TestFactory
  Stream<DynamicTest> everyExampleOfTheContractIsComputed() throws Exception {
    List<KnownCases.Result> results = PriceCheck.run(examples());
    assertThat(results).hasSize(24);
    return Examples.tests(results);
  }

  @Test
  void aWrongFigureIsNamed() throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(0).path("expected")).put("lineAmount", "200.01");
    assertThat(PriceCheck.run(examples).getFirst())
        .isEqualTo(
            new KnownCases.Result("E01", false, "lineAmount: expected 200.01, predicted 200.00"));
  }

  @Test
  void anUnknownFigureIsNotPassedOver() throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(0).path("expected")).put("price", "100");
    assertThat(PriceCheck.run(examples).getFirst().detail())
        .isEqualTo("price: expected 100, predicted none");
  }

  @Test
  void aCaseThatExpectsNothingIsNotEqual() throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(0)).remove("expected");
    assertThat(PriceCheck.run(examples).getFirst().detail()).startsWith("expected is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qty   | a dozen             | context.qty is 'a dozen', no decimal number; write it like 12.5",
        "date  | 15.3.2026           | context.date is '15.3.2026', no date; write it like 2026-03-15",
        "date  | None                | context.date has no value; write it like 2026-03-15",
        "incl  | perhaps             | context.incl is 'perhaps'; write True or False",
        "factor| 0                   | currencyFactor is 0 but must be positive",
        "prec  | 0                   | unitAmount rounding precision is 0; give a positive one",
        "sources| nobody             | context.sources is 'nobody'; write it like",
        "sources| {'VENDOR': ['V1']} | context.sources has 'VENDOR'; known are",
        "sources| {'ALL': [''], 'CUST': ['C1', 'C2']} | context.sources has 2 of CUSTOMER; give one",
      })
  void whatCannotBeReadIsNamedWithARemedy(String field, String value, String detail)
      throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(0).path("context")).put(field, value);
    assertThat(PriceCheck.run(examples).getFirst().detail()).startsWith(detail);
  }

  @Test
  void aLineThatCannotBeReadIsNumbered() throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(1).path("priceLines").get(1)).put("src", "VENDOR");
    ((ObjectNode) examples.get(2).path("priceLines").get(0)).remove("minq");
    ((ObjectNode) examples.get(3)).remove("priceLines");
    assertThat(PriceCheck.run(examples))
        .extracting(KnownCases.Result::detail)
        .satisfies(
            details -> {
              assertThat(details.get(1))
                  .isEqualTo(
                      "priceLines[1].src is 'VENDOR'; write one of ALL, CAMP, CDG, CONT, CPG, CUST");
              assertThat(details.get(2)).startsWith("priceLines[0].minq is missing");
              assertThat(details.get(3)).startsWith("priceLines is missing");
            });
  }

  @Test
  void sourcesMayBeAJsonObject() throws Exception {
    JsonNode examples = examples();
    ObjectNode context = (ObjectNode) examples.get(1).path("context");
    context.set("sources", ModelJson.parse("{\"ALL\":[\"\"],\"CUST\":[\"O'BRIEN\"]}"));
    ((ObjectNode) examples.get(1).path("priceLines").get(1)).put("no", "O'BRIEN").put("price", "9");
    assertThat(PriceCheck.run(examples).get(1).detail())
        .isEqualTo("unitPrice: expected 95, predicted 9.00000");
  }

  @Test
  void aFileWithoutCasesIsRefused() {
    assertThatThrownBy(() -> PriceCheck.run(ModelJson.parse("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a JSON list");
    assertThatThrownBy(() -> PriceCheck.run(ModelJson.parse("[]")))
        .hasMessageContaining("no cases");
  }

  private static JsonNode examples() throws Exception {
    return Examples.read("pricing-examples.json");
  }
}
