package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Prices of new articles. */
final class PriceSamples implements Samples {

  private final TwinShop shop;
  private int articles;

  PriceSamples(TwinShop shop) {
    this.shop = shop;
  }

  @Override
  public Sample right(Write.Action action) {
    return sample(action, "7." + (10 + articles), "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "-1.00", "price");
  }

  private Sample sample(Write.Action action, String price, String field) {
    String sku = "PRICED-" + ++articles;
    shop.article(sku, "9.90");
    JsonNode content =
        ModelJson.parse(
            """
            {"sku": "%s", "sheets": [{"audience": "EVERYBODY", "code": null, "currency": "EUR",
             "breaks": [{"from": "1", "price": {"gross": "%s", "net": "1.00"}},
                        {"from": "10", "price": {"gross": "5.55", "net": "1.00"}}]}]}"""
                .formatted(sku, price));
    return new Sample(new Write("effect-" + sku, action, "", sku, content), field);
  }

  @Override
  public int effects(Sample sample) {
    JsonNode content = sample.write().content();
    String wanted = content.at("/sheets/0/breaks/0/price/gross").asString();
    BigDecimal price = shop.price(content.path("sku").asString(""));
    return price.compareTo(new BigDecimal(wanted)) == 0 ? 1 : 0;
  }
}
