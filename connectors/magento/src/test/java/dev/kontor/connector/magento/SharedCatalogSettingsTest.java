package dev.kontor.connector.magento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of names, or the word for every custom one. */
class SharedCatalogSettingsTest {

  private static SharedCatalogSettings read(Map<String, Object> products) {
    return TestShop.settings(Map.of("catalogPrices", "net", "products", products))
        .products()
        .sharedCatalogs();
  }

  @Test
  void withoutTheSettingArticlesAreAssignedToNone() {
    assertThat(read(Map.of()).used()).isFalse();
  }

  @Test
  void eachNameCountsOnce() {
    SharedCatalogSettings read =
        read(Map.of("sharedCatalogs", List.of("Wholesale", " Gold ", "Wholesale")));
    assertThat(read.used()).isTrue();
    assertThat(read.custom()).isFalse();
    assertThat(read.names()).containsExactly("Wholesale", "Gold");
  }

  @Test
  void aCatalogueMayBeCalledAsTheWordIs() {
    assertThat(read(Map.of("sharedCatalogs", "custom")))
        .isEqualTo(new SharedCatalogSettings(true, List.of()));
    assertThat(read(Map.of("sharedCatalogs", List.of("custom"))))
        .isEqualTo(new SharedCatalogSettings(false, List.of("custom")));
  }

  @Test
  void whatIsNeitherIsRefused() {
    for (Object wrong : List.of("all", List.of(), List.of("Gold", " "), 3, Map.of("a", "b"))) {
      assertThatThrownBy(() -> read(Map.of("sharedCatalogs", wrong)))
          .hasMessageContainingAll(
              "shop.products.sharedCatalogs is neither", "[Wholesale, Gold]", "custom");
    }
  }
}
