package dev.kontor.twin.magento.media;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The routes of a product's pictures (Magento_Catalog, Model/Product/Gallery/GalleryManagement):
 * each saves the product with all its pictures.
 */
public final class MediaRoutes {
  private static final String ALL = "/V1/products/:sku/media";

  private final Tables tables;
  private final Gallery gallery;
  private final Function<Request, ObjectNode> products;

  /**
   * @param products finds the product a request names, or answers the shop's 404
   */
  public MediaRoutes(Tables tables, Gallery gallery, Function<Request, ObjectNode> products) {
    this.tables = tables;
    this.gallery = gallery;
    this.products = products;
  }

  public void into(Routes routes) {
    Param entry =
        Param.required("entry", "catalog-data-product-attribute-media-gallery-entry-interface");
    routes
        .on("GET " + ALL, r -> Gallery.shown(products.apply(r)))
        .on("GET " + ALL + "/:entryId", this::one)
        .on("POST " + ALL, this::add, entry)
        .on("PUT " + ALL + "/:entryId", this::change, entry)
        .on("DELETE " + ALL + "/:entryId", this::remove);
  }

  private JsonNode one(Request request) {
    long id = request.id("entryId");
    return Gallery.shown(products.apply(request))
        .valueStream()
        .filter(e -> Row.number(e, "id") == id)
        .findFirst()
        .orElseThrow(() -> ApiError.of(404, "The image doesn't exist. Verify and try again."));
  }

  /** The new picture's number, as text. */
  private JsonNode add(Request request) {
    ObjectNode sent = ((ObjectNode) request.param("entry")).deepCopy();
    sent.remove("id");
    if (!sent.hasNonNull("content")) {
      throw ApiError.of(400, "The image content is invalid. Verify the content and try again.");
    }
    Picture.of(sent.path("content"));
    ObjectNode product = products.apply(request);
    ArrayNode entries = others(product, sent);
    store(product, entries.add(sent));
    JsonNode stored = product.path("_media");
    return StringNode.valueOf(stored.path(stored.size() - 1).path("id").asString());
  }

  private JsonNode change(Request request) {
    ObjectNode product = products.apply(request);
    ObjectNode sent = ((ObjectNode) request.param("entry")).deepCopy();
    sent.put("id", request.id("entryId"));
    ArrayNode entries = others(product, sent);
    int at = index(entries, request);
    entries.set(at, sent);
    try {
      gallery.check(entries, product.path("_media"));
    } catch (ApiError e) {
      throw ApiError.of(400, "The product can't be saved.");
    }
    store(product, entries);
    return BooleanNode.TRUE;
  }

  private JsonNode remove(Request request) {
    ObjectNode product = products.apply(request);
    ArrayNode entries = Gallery.shown(product);
    entries.remove(index(entries, request));
    store(product, entries);
    return BooleanNode.TRUE;
  }

  private static int index(ArrayNode entries, Request request) {
    long id = request.id("entryId");
    List<Long> ids = entries.valueStream().map(e -> Row.number(e, "id")).toList();
    if (!ids.contains(id)) {
      throw ApiError.of(
          404, "No image with the provided ID was found. Verify the ID and try again.");
    }
    return ids.indexOf(id);
  }

  /** The pictures there are; the roles that are sent are no longer theirs. */
  private static ArrayNode others(ObjectNode product, ObjectNode sent) {
    ArrayNode entries = Gallery.shown(product);
    for (JsonNode entry : entries) {
      ((ArrayNode) entry.path("types"))
          .removeIf(t -> sent.path("types").valueStream().anyMatch(t::equals));
    }
    return entries;
  }

  private void store(ObjectNode product, ArrayNode entries) {
    gallery.save(entries, product);
    product.put("updated_at", tables.now());
  }
}
