package dev.kontor.connector.businesscentral.totals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.businesscentral.cases.Examples;
import dev.kontor.kit.cases.KnownCases;
import dev.kontor.model.ModelJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TotalsExamplesTest {

  @TestFactory
  Stream<DynamicTest> everyExampleOfTheContractIsPredicted() throws Exception {
    List<KnownCases.Result> results = TotalsCheck.run(examples());
    assertThat(results).hasSizeGreaterThanOrEqualTo(24);
    return Examples.tests(results);
  }

  @Test
  void aWrongCentIsNamed() throws Exception {
    JsonNode examples = examples();
    ((ObjectNode) examples.get(0).at("/expected/posted/lines/0")).put("vat", "11.40");
    assertThat(TotalsCheck.run(examples).getFirst())
        .isEqualTo(
            new KnownCases.Result(
                "T01", false, "posted.lines[0].vat: expected 11.40, predicted 11.39"));
  }

  @Test
  void aCaseThatCannotBeReadSaysWhy() {
    JsonNode cases = ModelJson.parse("[{\"id\":\"X\",\"document\":{\"lines\":[{\"qty\":\"1\"}]}}]");
    assertThat(TotalsCheck.run(cases).getFirst().detail()).startsWith("vatPct is missing");
  }

  private static JsonNode examples() throws Exception {
    return Examples.read("totals-examples.json");
  }
}
