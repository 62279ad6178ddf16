package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineOption;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

/** What a buyer chose is told whole, however short a description is. */
class ChosenTextTest {

  private final List<String> notes = new ArrayList<>();

  private static Order order(String engraving) {
    return SampleOrder.in(PriceBasis.GROSS)
        .chosen(new LineOption("Engraving", engraving))
        .goods("RING", "1", "10", "10", "19")
        .build();
  }

  private static String description(Order order) {
    return SalesLines.of(order, FakeService.configuration("{}").json())
        .path(0)
        .path("description")
        .asString();
  }

  private List<String> comments(Order order) {
    ArrayNode lines = ModelJson.mapper().createArrayNode();
    ChosenText.addComments(order, lines, notes);
    assertThat(lines).allMatch(AmendedLine::isComment);
    return lines.valueStream().map(line -> line.path("description").asString()).toList();
  }

  @Test
  void itStandsInTheDescriptionWhereItFits() {
    String most = "x".repeat(Texts.DESCRIPTION - "Line 0, Engraving: ".length());
    assertThat(description(order(most))).isEqualTo("Line 0, Engraving: " + most);
    assertThat(comments(order(most))).isEmpty();
  }

  @Test
  void whatIsLongerStandsInCommentsWithItsArticle() {
    Order order = order("for ever ".repeat(20));
    assertThat(description(order)).isEqualTo("Line 0");
    List<String> comments = comments(order);
    assertThat(comments).hasSize(2).allMatch(text -> text.length() <= Texts.DESCRIPTION);
    assertThat(String.join(" ", comments))
        .isEqualTo("RING, Engraving: " + "for ever ".repeat(20).strip());
    assertThat(notes).isEmpty();
  }

  @Test
  void whatIsADocumentIsCutAndSaidSo() {
    assertThat(comments(order("for ever ".repeat(300)))).hasSize(20);
    assertThat(notes).containsExactly("what was chosen for RING was cut to 20 lines");
  }
}
