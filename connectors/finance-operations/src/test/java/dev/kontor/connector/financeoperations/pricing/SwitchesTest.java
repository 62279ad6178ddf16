package dev.kontor.connector.financeoperations.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no source settles stands in the page of the rules, the default first. */
class SwitchesTest {

  private static final Path RULES = Path.of("../../docs/domain/finance-operations-pricing.md");

  @TestFactory
  Stream<DynamicTest> everySwitchIsDocumentedWithItsValues() throws IOException {
    List<String> lines = Files.readAllLines(RULES);
    return Arrays.stream(Switches.class.getRecordComponents())
        .map(
            component ->
                DynamicTest.dynamicTest(
                    component.getName(), () -> assertThat(row(component, lines)).hasSize(5)));
  }

  /** Rule, switch, values, check; split at the bars there are five parts. */
  private static List<String> row(RecordComponent component, List<String> lines)
      throws ReflectiveOperationException {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    String line =
        lines.stream().filter(l -> l.contains("| `" + name + "` |")).findFirst().orElse("");
    List<String> cells = List.of(line.split(" ?\\| ?"));
    String values = cells.size() > 3 ? cells.get(3) : "";
    Object standard = component.getAccessor().invoke(Switches.DEFAULT);
    assertThat(values).startsWith("`" + word(standard) + "`");
    assertThat(component.getType().getEnumConstants())
        .allSatisfy(value -> assertThat(values).contains("`" + word(value) + "`"));
    return cells;
  }

  private static String word(Object constant) {
    return CaseFields.word(constant.toString());
  }
}
