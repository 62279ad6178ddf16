package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import tools.jackson.databind.node.ObjectNode;

/** Shipments of new orders. */
final class ProgressSamples implements Samples {

  private final TwinShop shop;
  private int shipments;

  ProgressSamples(TwinShop shop) {
    this.shop = shop;
  }

  @Override
  public Sample right(Write.Action action) {
    return sample(action, "SHIPPED", "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "PACKED", "kind");
  }

  private Sample sample(Write.Action action, String kind, String field) {
    Placed order = shop.later();
    String number = "S-SHPT" + ++shipments;
    ObjectNode content =
        ModelJson.mapper()
            .createObjectNode()
            .put("kind", kind)
            .put("orderId", order.id())
            .put("erpState", "SHIPPED_PARTIALLY");
    ObjectNode shipment = content.putObject("shipment").put("number", number);
    shipment.putArray("trackingCodes").add("TRACK-" + shipments);
    shipment.putArray("lines").addObject().put("sku", "KOCHER-F1").put("quantity", "1");
    return new Sample(new Write("effect-" + number, action, "", order.id(), content), field);
  }

  @Override
  public int effects(Sample sample) {
    String code =
        sample.write().content().path("shipment").path("trackingCodes").path(0).asString("");
    return (int)
        shop.truth(String.valueOf(sample.write().targetId()))
            .path("tracks")
            .valueStream()
            .filter(track -> track.asString("").equals(code))
            .count();
  }
}
