package dev.kontor.twin.magento.media;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pictures of products, as a save of a product treats them (Magento_Catalog,
 * Model/ProductRepository/MediaGalleryProcessor). Which picture plays which role is an attribute of
 * the product that names the file, {@code no_selection} where none does.
 *
 * <p>Three things surprise: a known picture that a save does not name is deleted, but stays when
 * the same save brings a new one; then it loses its roles; and a new one that does not say whether
 * it is disabled is.
 */
public final class Gallery {
  private static final List<String> ROLES =
      List.of("image", "small_image", "thumbnail", "swatch_image");
  private static final String NONE = "no_selection";

  private final Tables tables;
  private final Files files = new Files();

  public Gallery(Tables tables) {
    this.tables = tables;
  }

  /** As the product shows its pictures. */
  public static ArrayNode shown(ObjectNode product) {
    ArrayNode shown = Json.array();
    for (JsonNode entry : product.path("_media")) {
      ObjectNode copy = Row.shown((ObjectNode) entry);
      copy.set("types", roles(product, Row.text(entry, "file")));
      shown.add(copy);
    }
    return shown;
  }

  private static ArrayNode roles(ObjectNode product, String file) {
    ArrayNode types = Json.array();
    ROLES.stream()
        .filter(r -> Row.text(product.path("_custom"), r).equals(file))
        .forEach(types::add);
    return types;
  }

  private static Optional<JsonNode> named(JsonNode entries, JsonNode id) {
    return entries
        .valueStream()
        .filter(e -> e.hasNonNull("id") && Row.number(e, "id") == id.asLong(-1))
        .findFirst();
  }

  /** Refuses what does not hold, before anything is written. */
  public void check(JsonNode sent, JsonNode stored) {
    for (JsonNode entry : sent) {
      if (entry.hasNonNull("content")) {
        Picture.of(entry.path("content"));
      } else if (!entry.hasNonNull("id") || stored.isEmpty()) {
        throw ApiError.of(400, "The image content is invalid. Verify the content and try again.");
      }
    }
  }

  /** Once the product itself is written. */
  public void save(JsonNode sent, ObjectNode product) {
    ArrayNode stored = product.withArrayProperty("_media");
    boolean wasEmpty = stored.isEmpty();
    List<JsonNode> added = sent.valueStream().filter(e -> wasEmpty || !e.hasNonNull("id")).toList();
    boolean adds = sent.valueStream().anyMatch(e -> e.hasNonNull("content"));
    for (JsonNode entry : List.copyOf(stored.valueStream().toList())) {
      Optional<JsonNode> update = named(sent, entry.path("id"));
      if (update.isPresent()) {
        merge((ObjectNode) entry, update.get(), product);
      } else if (adds) {
        ((ObjectNode) entry).putArray("_types");
      } else {
        long id = Row.number(entry, "id");
        stored.removeIf(e -> Row.number(e, "id") == id);
        files.remove(Row.text(entry, "file"));
      }
    }
    added.forEach(e -> add(e, stored));
    assign(product, stored);
  }

  /** What an update does not say is emptied, but for its roles and its kind. */
  private static void merge(ObjectNode entry, JsonNode sent, ObjectNode product) {
    entry.set("_types", roles(product, Row.text(entry, "file")));
    sent.optional("media_type").filter(t -> !t.isNull()).ifPresent(t -> entry.set("media_type", t));
    for (String field : List.of("label", "position")) {
      entry.set(field, sent.hasNonNull(field) ? sent.get(field) : NullNode.getInstance());
    }
    entry.put("disabled", sent.path("disabled").asBoolean(false));
    if (sent.path("types").isArray()) {
      entry.set("_types", sent.get("types"));
    }
    if (sent.hasNonNull("content")) {
      entry.put("_sha256", Picture.of(sent.path("content")).sha256());
    }
  }

  private void add(JsonNode sent, ArrayNode stored) {
    Picture picture = Picture.of(sent.path("content"));
    long last = stored.valueStream().mapToLong(e -> Row.number(e, "position")).max().orElse(0);
    ObjectNode entry =
        stored
            .addObject()
            .put("id", tables.next("media"))
            .put("media_type", sent.path("media_type").asString("image"));
    entry.put("label", Row.textOrNull(sent, "label"));
    entry
        .put("position", sent.path("position").asLong(last + 1))
        .put("disabled", sent.path("disabled").asBoolean(true))
        .put("file", files.keep(picture.name()))
        .put("_sha256", picture.sha256());
    entry.set("_types", sent.path("types").isArray() ? sent.path("types") : Json.array());
  }

  private static void assign(ObjectNode product, ArrayNode stored) {
    ObjectNode custom = product.withObjectProperty("_custom");
    ROLES.forEach(r -> custom.put(r, NONE));
    for (JsonNode entry : stored) {
      entry
          .path("_types")
          .valueStream()
          .map(JsonNode::asString)
          .filter(ROLES::contains)
          .forEach(r -> custom.set(r, entry.path("file")));
    }
  }

  /** A product is gone, and its files with it. */
  public void deleted(ObjectNode product) {
    product.path("_media").forEach(e -> files.remove(Row.text(e, "file")));
  }
}
