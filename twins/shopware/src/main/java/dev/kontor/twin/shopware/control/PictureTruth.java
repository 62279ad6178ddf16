package dev.kontor.twin.shopware.control;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.search.Inheritance;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A product's pictures by the hash of their files, and the one on its cover. */
final class PictureTruth {
  private final Tables tables;
  private final Inheritance inheritance;

  PictureTruth(Tables tables) {
    this.tables = tables;
    this.inheritance = new Inheritance(tables);
  }

  void add(ObjectNode product, ObjectNode json) {
    String cover = Values.text(product, "coverId");
    json.put(
        "cover",
        cover == null ? null : tables.find("product_media", cover).map(this::hash).orElse(null));
    ArrayNode pictures = json.putArray("pictures");
    inheritance.rows("product_media", product).stream()
        .sorted(Comparator.comparingInt(m -> m.path("position").asInt(0)))
        .map(this::hash)
        .forEach(pictures::add);
  }

  private @Nullable String hash(ObjectNode productMedia) {
    return tables
        .find("media", Values.required(productMedia, "mediaId"))
        .flatMap(Files::hash)
        .orElse(null);
  }
}
