package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VariantTest {
  private static final String SEARCH =
      "{\"filter\":[{\"type\":\"equals\",\"field\":\"productNumber\",\"value\":\"AH-4000-GM\"}],\"associations\":{\"options\":{\"associations\":{\"group\":{}}}}}";

  @Test
  void aVariantInheritsOnlyWithTheHeader() throws IOException {
    try (var twin = ShopwareTwin.start(Options.demo())) {
      JsonNode alone = ShopClient.admin(twin).post("/api/search/product", SEARCH).row();
      JsonNode whole =
          ShopClient.admin(twin)
              .with("sw-inheritance", "1")
              .post("/api/search/product", SEARCH)
              .row();
      JsonNode recordedAlone =
          Fixtures.json("products/variant-inherited.json").path("data").path(0);
      JsonNode recordedWhole =
          Fixtures.json("products/variant-with-sw-inheritance.json").path("data").path(0);
      for (String field : new String[] {"name", "price", "taxId", "isCloseout"}) {
        assertThat(alone.path(field)).as(field).isEqualTo(recordedAlone.path(field));
        assertThat(whole.path(field)).as(field).isEqualTo(recordedWhole.path(field));
      }
      assertThat(alone.path("translated").path("name").isNull()).isTrue();
      assertThat(whole.path("translated").path("name").asString())
          .isEqualTo("Softshelljacke Zugspitze");
      assertThat(alone.path("variation")).isEqualTo(recordedAlone.path("variation"));
      assertThat(alone.path("options").size()).isEqualTo(2);
      assertThat(alone.path("options").path(0).path("group").path("name").asString())
          .isEqualTo("Farbe");
    }
  }

  @Test
  void aParentListsItsVariants() throws IOException {
    try (var twin = ShopwareTwin.start(Options.demo())) {
      JsonNode parent =
          ShopClient.admin(twin)
              .post(
                  "/api/search/product",
                  "{\"filter\":[{\"type\":\"equals\",\"field\":\"productNumber\",\"value\":\"AH-4000\"}],\"associations\":{\"children\":{},\"configuratorSettings\":{\"associations\":{\"option\":{}}}}}")
              .row();
      assertThat(parent.path("childCount").asInt()).isEqualTo(4);
      assertThat(parent.path("children").valueStream().map(c -> c.path("productNumber").asString()))
          .containsExactlyInAnyOrder("AH-4000-GM", "AH-4000-GL", "AH-4000-BM", "AH-4000-BX");
      assertThat(parent.path("configuratorSettings").size()).isEqualTo(5);
    }
  }
}
