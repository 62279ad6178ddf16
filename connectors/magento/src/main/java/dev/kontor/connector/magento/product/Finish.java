package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.picture.Gallery;
import dev.kontor.connector.magento.picture.Pictures;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an article needs that the shop takes singly only, once its products are there. */
final class Finish {

  private final MagentoApi api;
  private final Pictures pictures;

  Finish(MagentoApi api) {
    this.api = api.in(ProductSettings.ALL_VIEWS);
    this.pictures = new Pictures(api);
  }

  /**
   * @param rows the shop's before this write, by number
   * @param files by reference
   * @return why it cannot be, null if it is so now
   */
  @Nullable Fault of(Plan plan, Map<String, JsonNode> rows, Map<String, Attachment> files) {
    Fault fault = left(plan, rows);
    for (Shown shown : plan.shown()) {
      if (fault == null) {
        Gallery gallery = Gallery.of(shown.images(), rows.get(OpenPieces.key(shown.sku())));
        fault = pictures.put(shown.sku(), shown.name(), gallery, files);
      }
    }
    return fault;
  }

  private @Nullable Fault left(Plan plan, Map<String, JsonNode> rows) {
    JsonNode row = rows.get(OpenPieces.key(plan.sku()));
    Set<Integer> there = row == null ? Set.of() : CategoryLinks.links(row).keySet();
    for (int id : plan.left()) {
      Fault fault = there.contains(id) ? leave(id, plan.sku()) : null;
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** One that somebody took out meanwhile is looked at again. */
  private @Nullable Fault leave(int id, String sku) {
    String path = "categories/" + id + "/products/" + MagentoApi.segment(sku);
    Reply reply = api.write("DELETE", path, null);
    if (reply.ok()) {
      return null;
    }
    Fault fault = api.fault(true, path, reply);
    if (fault instanceof Fault.Invalid invalid) {
      return new Fault.Conflict(invalid.problem());
    }
    throw new FaultException(fault);
  }
}
