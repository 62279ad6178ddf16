package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Amounts keep every digit and text every character, in both directions. */
public interface RoundTripChapter extends WriteChapter {

  /** Umlauts, a combining accent, Cyrillic, an emoji outside the basic plane, markup, quotes. */
  String AWKWARD = "Änne O’Ŝkopf-Süße e\u0301 Ж 🚲 <b>&\"%\\";

  @TestFactory
  default Stream<DynamicTest> whatIsReadKeepsDigitsAndCharacters() {
    return each(
        RoundTripChapter.class,
        Ability.FIND_BY_ID,
        type -> {
          TwinBench.Awkward awkward = bench().awkward(type, AWKWARD).orElse(null);
          Assumptions.assumeTrue(awkward != null, "the bench has no text or amount for it");
          try (Connector connector = connect()) {
            Document document =
                reader(connector, type)
                    .find(new Identity.NativeId(awkward.placed().id()))
                    .getFirst();
            List<JsonNode> values = new ArrayList<>();
            leaves(document.content(), values);
            assertThat(values).anyMatch(value -> value.asString("").equals(AWKWARD));
            assertThat(values).as("a number that went through binary").noneMatch(this::isBinary);
            for (BigDecimal amount : awkward.amounts()) {
              assertThat(values)
                  .as("exactly %s", amount)
                  .anyMatch(value -> isAmount(value, amount));
            }
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> whatIsWrittenKeepsItsCharacters() {
    return eachWrite(
        RoundTripChapter.class,
        (type, action) -> {
          TwinBench.Sample sample = bench().awkwardWrite(type, action, AWKWARD).orElse(null);
          Assumptions.assumeTrue(sample != null, "the bench has no text for it");
          assertThat(write(type, List.of(sample))).allMatch(o -> o instanceof Outcome.Written);
          assertThat(bench().effects(type, sample)).isEqualTo(1);
        });
  }

  private boolean isBinary(JsonNode value) {
    return value.isDouble() || value.isFloat();
  }

  private static boolean isAmount(JsonNode value, BigDecimal amount) {
    return value.isNumber() && value.decimalValue().compareTo(amount) == 0;
  }

  private static void leaves(
      @org.jspecify.annotations.Nullable JsonNode node, List<JsonNode> into) {
    if (node == null || node.isContainer()) {
      if (node != null) {
        node.forEach(child -> leaves(child, into));
      }
    } else {
      into.add(node);
    }
  }
}
