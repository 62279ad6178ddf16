package dev.kontor.connector.businesscentral.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kit.cases.KnownCases;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/** The worked examples of the contracts. */
public final class Examples {

  private Examples() {}

  /** A fresh copy, which a test may spoil. */
  public static JsonNode read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("/" + name))) {
      return ModelJson.parse(in.readAllBytes());
    }
  }

  /** One test per example, which is equal or says what differs. */
  public static Stream<DynamicTest> tests(List<KnownCases.Result> results) {
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.id(), () -> assertThat(result.equal()).as(result.detail()).isTrue()));
  }
}
