package dev.kontor.connector.magento.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.Recorded;
import dev.kontor.model.LineOption;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What rows of recorded orders tell when something was chosen for them. */
class LineOptionsTest {

  private static JsonNode order(String name, String option, String value) {
    ObjectNode order = Recorded.order(name).deepCopy().asObject();
    ObjectNode row = order.path("items").path(0).asObject();
    row.withObjectProperty("product_option")
        .withObjectProperty("extension_attributes")
        .putArray("custom_options")
        .addObject()
        .put("option_id", option)
        .put("option_value", value);
    return order;
  }

  @Test
  void withoutWordsItIsToldByIds() {
    JsonNode order = order("g-single-line", "12", "34,35");
    assertThat(new TranslatedOrder(order).goods().getFirst().options())
        .containsExactly(new LineOption("option 12", "34,35"));
  }

  @Test
  void aFilesPlacesAndKeyStayAtTheShop() {
    String file = "image/png,a.png,custom_options/quote/a/b/c.png,/var/www/c.png,120,key";
    JsonNode order = order("g-single-line", "12", file);
    assertThat(new TranslatedOrder(order).goods().getFirst().options())
        .containsExactly(new LineOption("option 12", ChosenRow.FILE));
  }

  @Test
  void whatWasChosenForABundleStandsWithItsFirstPartOnly() {
    JsonNode order = order("g-bundle-dynamic", "12", "For Ada");
    String name = order.path("items").path(0).path("name").asString();
    List<OrderLine> lines = new TranslatedOrder(order).goods();
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.getFirst().options())
        .containsExactly(new LineOption(name + ", option 12", "For Ada"));
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.options().isEmpty());
    TranslatedOrder whole = new TranslatedOrder(order, ModelJson.parse("{\"bundles\": \"line\"}"));
    assertThat(whole.goods().getFirst().options())
        .containsExactly(new LineOption("option 12", "For Ada"));
  }
}
