package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.attribute.Attributes;
import dev.kontor.twin.magento.category.Categories;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.media.Gallery;
import dev.kontor.twin.magento.option.CustomOptions;
import dev.kontor.twin.magento.option.OptionSave;
import dev.kontor.twin.magento.variant.VariantSave;
import dev.kontor.twin.magento.variant.Variants;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes with a product: its variants, custom options, pictures and categories. */
public record Parts(
    Variants variants,
    VariantSave saves,
    CustomOptions options,
    OptionSave optionSaves,
    Gallery gallery,
    Categories categories) {

  public static Parts of(Tables tables, Attributes attributes) {
    Variants variants = new Variants(tables, attributes);
    return new Parts(
        variants,
        new VariantSave(tables, attributes, variants),
        new CustomOptions(),
        new OptionSave(tables),
        new Gallery(tables),
        new Categories(tables));
  }

  /** Before anything is written. */
  void check(JsonNode sent, Optional<ObjectNode> known) {
    saves.check(sent, known);
    optionSaves.check(sent, known);
    categories.check(sent);
    gallery.check(sent.path("media_gallery_entries"), known.orElseGet(Json::object).path("_media"));
  }

  /** Once the product itself is written. */
  void save(JsonNode sent, ObjectNode product) {
    if (sent.path("media_gallery_entries").isArray()) {
      gallery.save(sent.path("media_gallery_entries"), product);
    }
    categories.save(sent, product);
    saves.save(sent, product);
    optionSaves.save(sent, product);
  }

  void deleted(ObjectNode product) {
    variants.deleted(product);
    gallery.deleted(product);
  }
}
