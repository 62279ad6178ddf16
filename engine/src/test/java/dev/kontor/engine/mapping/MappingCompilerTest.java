package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.Problem;
import dev.kontor.model.ModelJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingCompilerTest {

  private final Bench bench = new Bench();

  private List<Problem> problems(String rules, String... overlays) {
    return catchThrowableOfType(ConfigException.class, () -> bench.mapping(rules, overlays))
        .problems();
  }

  @Test
  void overlaysReplaceByTargetAddAndRemove() {
    Mapping mapping =
        bench.mapping(
            """
            - {to: a, path: a}
            - {to: b, path: b, when: "x = 1"}
            - {to: b, const: other}
            - {to: c, path: c}
            """,
            """
            - {to: b, path: mine}
            - {to: c, remove: true}
            - {to: extra.shop.d, path: d}
            """,
            "- {to: a, const: last}");

    assertThat(
            Bench.show(
                mapping.apply(
                    ModelJson.parse("{\"a\":1,\"b\":2,\"mine\":3,\"c\":4,\"d\":5}"), bench)))
        .isEqualTo("{'a':'last','b':3,'extra':{'shop':{'d':5}}}");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    List<Problem> problems =
        problems(
            """
            - {to: a, pth: x}
            - {to: b, path: "x..y"}
            - {to: c, call: lines}
            - {to: d, expr: "$trimm(x)"}
            - {to: e, path: x, table: terms}
            - {to: f, path: x, lookup: custmer}
            - {to: g, path: x, as: int}
            - {path: x}
            - to: h
              each: list
              rules:
                - {to: i, expr: "price * 2"}
            - {to: j, expr: "(("}
            - {to: k, path: "$order.x"}
            """);

    assertThat(problems).extracting(Problem::line).contains(6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 19);
    assertThat(problems)
        .extracting(Problem::toString)
        .anyMatch(p -> p.contains("thing.in.yaml:6") && p.contains("did you mean 'path'?"))
        .anyMatch(p -> p.contains("(to f)") && p.contains("did you mean 'customer'?"))
        .anyMatch(p -> p.contains("(to i)") && p.contains("$mul"))
        .anyMatch(p -> p.contains("(to e)") && p.contains("add it under tables"));
  }

  @Test
  void anOverlaysProblemsNameTheOverlay() {
    assertThat(problems("- {to: number, path: n}", "- {to: numbr, remove: true}"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.file()).isEqualTo("overlay.yaml");
              assertThat(p.line()).isEqualTo(3);
              assertThat(p.remedy()).isEqualTo("did you mean 'number'?");
            });
  }

  @Test
  void unknownModelDocumentsAreRefused() {
    ConfigException refusal =
        catchThrowableOfType(
            ConfigException.class, () -> bench.mappingTo("model.ordr", "- {to: a, path: a}"));

    assertThat(refusal).hasMessageContaining("did you mean 'order'?");
  }
}
