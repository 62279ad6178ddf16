package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.category.Categories;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.media.Gallery;
import dev.kontor.twin.magento.option.CustomOptions;
import dev.kontor.twin.magento.stock.Stock;
import dev.kontor.twin.magento.stock.StockItems;
import dev.kontor.twin.magento.variant.Variants;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A product as the REST interface shows it, with the values of one store view. */
final class ProductView {
  private final Tables tables;
  private final Stock stock;
  private final Variants variants;
  private final CustomOptions options;

  ProductView(Tables tables, Stock stock, Variants variants, CustomOptions options) {
    this.tables = tables;
    this.stock = stock;
    this.variants = variants;
    this.options = options;
  }

  ObjectNode product(ObjectNode row, String store) {
    ObjectNode product = listed(row, store);
    product.set("options", CustomOptions.shown(row));
    ObjectNode extension = (ObjectNode) product.path("extension_attributes");
    extension.set("stock_item", StockItems.of(stock, row));
    if (row.has("_bundle")) {
      extension.set("bundle_product_options", bundle(row));
    }
    return product;
  }

  /** As a search lists it. */
  ObjectNode listed(ObjectNode row, String store) {
    ObjectNode product = Row.shown(row);
    ObjectNode custom = (ObjectNode) row.path("_custom").deepCopy();
    for (var own : row.path("_scoped").path(store).properties()) {
      (product.has(own.getKey()) ? product : custom).set(own.getKey(), own.getValue());
    }
    ArrayNode websites = product.putObject("extension_attributes").putArray("website_ids");
    if (row.has("_websites")) {
      row.path("_websites").forEach(websites::add);
    } else {
      websites.add(1);
    }
    if (!row.path("_positions").isEmpty()) {
      ((ObjectNode) product.path("extension_attributes"))
          .set("category_links", Categories.links(row));
    }
    if (Variants.isConfigurable(row)) {
      product.put("price", 0);
      configured(row, (ObjectNode) product.path("extension_attributes"));
    }
    product.putArray("product_links");
    product.set("options", options.listed(row));
    product.set("media_gallery_entries", Gallery.shown(row));
    product.set("tier_prices", tiers(row));
    ArrayNode attributes = product.putArray("custom_attributes");
    custom
        .properties()
        .forEach(
            a ->
                attributes
                    .addObject()
                    .put("attribute_code", a.getKey())
                    .set("value", a.getValue()));
    return product;
  }

  private void configured(ObjectNode row, ObjectNode extension) {
    extension.set("configurable_product_options", variants.options(row));
    ArrayNode links = extension.putArray("configurable_product_links");
    variants.children(row).forEach(v -> links.add(Row.number(v, "id")));
  }

  /** As a configurable product lists its variants. */
  ArrayNode children(ObjectNode configurable, String store) {
    ArrayNode children = Json.array();
    variants
        .children(configurable)
        .forEach(
            v -> {
              ObjectNode child = listed(v, store);
              child.remove(List.of("extension_attributes", "options"));
              ((ArrayNode) child.path("custom_attributes"))
                  .removeIf(a -> Row.text(a, "attribute_code").equals("options_container"));
              children.add(child);
            });
    return children;
  }

  private static ArrayNode tiers(ObjectNode row) {
    ArrayNode tiers = Json.array();
    for (JsonNode tier : row.path("_tiers")) {
      ObjectNode shown = tiers.addObject();
      shown.set("customer_group_id", tier.path("customer_group_id"));
      shown.set("qty", tier.path("qty"));
      tier.optional("value").ifPresent(v -> shown.set("value", v));
      ObjectNode extension = shown.putObject("extension_attributes");
      tier.optional("percentage_value").ifPresent(v -> extension.set("percentage_value", v));
      extension.set("website_id", tier.path("website_id"));
    }
    return tiers;
  }

  private ArrayNode bundle(ObjectNode row) {
    ArrayNode options = Json.array();
    for (JsonNode part : row.path("_bundle").path("parts")) {
      options
          .addObject()
          .put("option_id", Row.number(part, "option_id"))
          .put("title", Row.text(part, "title"))
          .put("required", true)
          .put("type", "select")
          .put("position", options.size() - 1)
          .put("sku", Row.text(row, "sku"))
          .putArray("product_links")
          .add(link(part, true));
    }
    return options;
  }

  /** The parts of a bundle on their own, whose prices this list does not tell. */
  ArrayNode parts(ObjectNode bundle) {
    ArrayNode parts = Json.array();
    bundle.path("_bundle").path("parts").forEach(p -> parts.add(link(p, false)));
    return parts;
  }

  private ObjectNode link(JsonNode part, boolean priced) {
    ObjectNode link =
        Json.object()
            .put("id", part.path("selection_id").asString())
            .put("sku", Row.text(part, "sku"))
            .put("option_id", Row.number(part, "option_id"));
    link.set("qty", part.path("qty"));
    link.put("position", 0).put("is_default", true).putNull("price").putNull("price_type");
    if (priced) {
      tables
          .products()
          .named("sku", Row.text(part, "sku"))
          .ifPresent(p -> link.set("price", p.path("price")));
    }
    return link.put("can_change_quantity", 0);
  }
}
