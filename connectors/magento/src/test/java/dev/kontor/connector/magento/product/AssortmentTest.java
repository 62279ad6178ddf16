package dev.kontor.connector.magento.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.sharedcatalog.Wish;
import dev.kontor.model.ModelJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What shared catalogues are to have of articles, variants and what is gone of them. */
class AssortmentTest {

  private static Wanted product(String sku, int status) {
    return Wanted.of(sku, Map.of("status", JsonNodeFactory.instance.numberNode(status)), Map.of());
  }

  private static Part part(String sku, int status) {
    return new Part(ProductSettings.ALL_VIEWS, product(sku, status), false);
  }

  private static Plan plan(Part... parts) {
    return new Plan(parts[0].wanted().sku(), List.of(parts), null, List.of(), Set.of(), List.of());
  }

  private static Map<String, JsonNode> rows(String... skus) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (String sku : skus) {
      JsonNode row = ModelJson.mapper().createObjectNode().put("sku", sku);
      rows.put(ProductWriter.key(row), row);
    }
    return rows;
  }

  @Test
  void whatIsSoldIsInAndWhatIsBlockedStaysWhereItIs() {
    List<Plan> plans = List.of(plan(part("ON", 1)), plan(part("OFF", 2)), plan(part("NEW", 1)));
    Wish wish = new Assortment(rows("on", "off"), Set.of("new")).wish(plans);
    assertThat(wish).isEqualTo(new Wish(List.of("NEW"), List.of("on"), List.of()));
  }

  @Test
  void whatTheShopSaysItselfOfBeingSoldIsLeftToIt() {
    Wanted left = Wanted.of("LEFT", Map.of(), Map.of());
    Plan plan = plan(new Part(ProductSettings.ALL_VIEWS, left, false));
    assertThat(plan.sold()).containsExactly("LEFT");
  }

  @Test
  void anArticleIsInWithItsVariantsAndWithoutThoseThatAreGone() {
    List<Part> parts =
        List.of(
            part("H-S", 1),
            part("H-M", 2),
            new Part(ProductSettings.ALL_VIEWS, Rows.removed("H-L"), true));
    Family family = new Family(product("H", 1), List.of(), List.of(), List.of("H-L"));
    Plan plan = new Plan("H", parts, family, List.of(), Set.of(), List.of());
    Wish wish = new Assortment(rows("H", "H-S", "H-M", "H-L"), Set.of()).wish(List.of(plan));
    assertThat(wish).isEqualTo(new Wish(List.of(), List.of("H", "H-S"), List.of("H-L")));
  }

  @Test
  void anArticleThatIsGoneIsOutWithAllItsVariantsThatTheShopHas() {
    List<Part> parts =
        List.of(
            new Part(ProductSettings.ALL_VIEWS, Rows.removed("H"), true),
            new Part(ProductSettings.ALL_VIEWS, Rows.removed("H-S"), true),
            new Part(ProductSettings.ALL_VIEWS, Rows.removed("H-M"), true));
    Plan gone = new Plan("H", parts, null, List.of(), Set.of(), List.of());
    assertThat(new Assortment(rows("H", "H-S"), Set.of("h-m")).wish(List.of(gone)))
        .isEqualTo(new Wish(List.of(), List.of(), List.of("H", "H-S")));
  }

  @Test
  void aVariantThatMovesToAnotherArticleIsInWhateverTheOrder() {
    Plan without =
        new Plan(
            "H-1",
            List.of(new Part(ProductSettings.ALL_VIEWS, Rows.removed("X"), true)),
            null,
            List.of(),
            Set.of(),
            List.of());
    Plan with = plan(part("x", 1));
    Assortment assortment = new Assortment(rows("X"), Set.of());
    Wish wish = new Wish(List.of(), List.of("X"), List.of());
    assertThat(assortment.wish(List.of(with, without))).isEqualTo(wish);
    assertThat(assortment.wish(List.of(without, with))).isEqualTo(wish);
  }
}
