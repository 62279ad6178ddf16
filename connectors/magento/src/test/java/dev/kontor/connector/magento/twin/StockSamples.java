package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;

/** Stocks of new articles. */
final class StockSamples implements Samples {

  private final TwinShop shop;
  private int articles;

  StockSamples(TwinShop shop) {
    this.shop = shop;
  }

  @Override
  public Sample right(Write.Action action) {
    return sample(action, Integer.toString(40 + articles), "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "many", "quantity");
  }

  private Sample sample(Write.Action action, String quantity, String field) {
    String sku = "ART-" + ++articles;
    shop.article(sku, "9.90");
    return new Sample(
        new Write(
            "effect-" + sku,
            action,
            "",
            action == Write.Action.CREATE ? null : sku,
            ModelJson.mapper().createObjectNode().put("sku", sku).put("quantity", quantity)),
        field);
  }

  @Override
  public int effects(Sample sample) {
    String sku = sample.write().content().path("sku").asString("");
    String wanted = sample.write().content().path("quantity").asString("");
    return shop.lies(sku).equals(wanted) ? 1 : 0;
  }
}
