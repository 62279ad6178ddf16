package dev.kontor.connector.shopware.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.api.CannedShop;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.contract.DirectToolbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductIdsTest {

  private static final byte[] FOUND =
      "{\"data\":[{\"id\":\"1f\",\"productNumber\":\"AB-1\"}]}".getBytes(StandardCharsets.UTF_8);

  /** The shop's database finds AB-1 whoever asks for ab-1. */
  @Test
  void theShopIgnoresTheCaseOfAnArticleNumber() {
    try (CannedShop shop = CannedShop.answering(200, FOUND);
        DirectToolbox toolbox = new DirectToolbox(InstantSource.system(), Duration.ofSeconds(5))) {
      ProductIds ids = new ProductIds(new ShopwareApi(shop.settings(), toolbox));
      assertThat(ids.of(List.of("ab-1"))).isEqualTo(Map.of("ab-1", "1f"));
      assertThat(ids.of(List.of("Ab-1"))).as("remembered").isEqualTo(Map.of("Ab-1", "1f"));
    }
  }
}
