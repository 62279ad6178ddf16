package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An article gone at the source: deactivated or deleted, as the settings say. */
final class Removal {

  private final ShopwareSettings settings;
  private final ShopProducts products;

  Removal(ShopwareSettings settings, ShopProducts products) {
    this.settings = settings;
    this.products = products;
  }

  /** One that is gone in the shop as well needs nothing more. */
  Outcome put(int document, Write write, SyncBatch sync) {
    String id = write.targetId();
    if (!ProductWriter.isTarget(id)) {
      return new Fault.Invalid("id", "is no id of a Shopware product", null);
    }
    JsonNode product = products.find(String.valueOf(id));
    if (product != null && settings.products().deletes()) {
      sync.delete(document, "product", row(String.valueOf(id)));
    } else if (product != null) {
      sync.upsert(document, "product", row(String.valueOf(id)).put("active", false));
      for (JsonNode child : product.path("children")) {
        if (child.path("active").asBoolean(false)) {
          sync.upsert(document, "product", row(ShopRow.id(child)).put("active", false));
        }
      }
    }
    return new Outcome.Written(String.valueOf(id), write.reference(), null);
  }

  private static ObjectNode row(String id) {
    return ShopRow.of(id);
  }
}
