package dev.kontor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a buyer chose of a line, in words and in JSON. */
class OrderLineTest {

  private static OrderLine line(LineOption... options) {
    return new OrderLine(
        "1",
        null,
        LineKind.GOODS,
        "RING",
        "Ring",
        BigDecimal.ONE,
        BigDecimal.TEN,
        Amount.ofGross(BigDecimal.TEN, BigDecimal.ONE),
        List.of(),
        List.of(options),
        Map.of());
  }

  @Test
  void itsTextIsOneLineWhateverTheBuyerWrote() {
    OrderLine line =
        line(new LineOption("Engraving", " For Ada \r\n\n 2026 "), new LineOption("Box", "oak"));
    assertThat(line.text()).isEqualTo("Ring, Engraving: For Ada / 2026, Box: oak");
    assertThat(line().text()).isEqualTo("Ring");
    assertThat(line().chosen()).isEmpty();
  }

  @Test
  void documentsFromBeforeThereWereOptionsAreReadAndWrittenAsTheyWere() {
    JsonNode tree = ModelJson.tree(line());
    assertThat(tree.has("options")).isFalse();
    assertThat(ModelJson.mapper().treeToValue(tree, OrderLine.class)).isEqualTo(line());
    OrderLine chosen = line(new LineOption("Box", "oak"));
    assertThat(ModelJson.mapper().treeToValue(ModelJson.tree(chosen), OrderLine.class))
        .isEqualTo(chosen);
    assertThat(chosen.plain()).isEqualTo(line());
  }
}
