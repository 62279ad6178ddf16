package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.SyncBatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pictures of one product or variant: cover, positions, and what the source took away. */
final class Gallery {

  private final ShopwareSettings settings;
  private final SyncBatch sync;
  private final int document;

  Gallery(ShopwareSettings settings, SyncBatch sync, int document) {
    this.settings = settings;
    this.sync = sync;
    this.document = document;
  }

  /**
   * Completes the row of the product; pictures that people added stay, as does a cover of theirs.
   *
   * @param known the product as it stands in the shop, null if it is new
   */
  void put(ObjectNode row, @Nullable JsonNode known, List<Image> pictures) {
    String productId = ShopRow.id(row);
    Map<String, JsonNode> there = new HashMap<>();
    if (known != null) {
      known.path("media").forEach(one -> there.put(ShopRow.text(one, "mediaId"), one));
    }
    ArrayNode written = JsonNodeFactory.instance.arrayNode();
    Set<String> wanted = new HashSet<>();
    String cover = null;
    for (int place = 0; place < pictures.size(); place++) {
      String mediaId = Pictures.mediaId(pictures.get(place));
      JsonNode one = there.get(mediaId);
      String id = one == null ? id(productId, mediaId) : ShopRow.id(one);
      if (wanted.add(id) && (one == null || one.path("position").asInt(-1) != place)) {
        written.addObject().put("id", id).put("mediaId", mediaId).put("position", place);
      }
      cover = cover == null ? id : cover;
    }
    if (!written.isEmpty()) {
      row.set("media", written);
    }
    Set<String> gone = gone(productId, there, wanted);
    cover(row, known, cover, gone);
  }

  /** Rows the hub added for pictures the source no longer has. */
  private Set<String> gone(String productId, Map<String, JsonNode> there, Set<String> wanted) {
    Set<String> gone = new HashSet<>();
    there.forEach(
        (mediaId, one) -> {
          String id = ShopRow.id(one);
          if (id.equals(id(productId, mediaId)) && !wanted.contains(id)) {
            gone.add(id);
            sync.delete(document, "product_media", ShopRow.of(id));
          }
        });
    return gone;
  }

  private void cover(
      ObjectNode row, @Nullable JsonNode known, @Nullable String cover, Set<String> gone) {
    String productId = ShopRow.id(row);
    String current = known == null ? "" : ShopRow.text(known, "coverId");
    boolean own =
        known != null
            && known
                .path("media")
                .valueStream()
                .anyMatch(
                    one ->
                        ShopRow.id(one).equals(current)
                            && current.equals(id(productId, ShopRow.text(one, "mediaId"))));
    if (cover != null && (current.isEmpty() || own) && !cover.equals(current)) {
      row.put("coverId", cover);
    } else if (cover == null && gone.contains(current)) {
      row.putNull("coverId");
    }
  }

  private String id(String productId, String mediaId) {
    return settings.id("product-media", productId, mediaId);
  }
}
