package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells a variant from its siblings, and what it has of its own.
 *
 * @param name null for the article's
 * @param weight in kilograms
 * @param amount price on the article's basis, null for the article's
 */
record Variant(
    String number,
    @Nullable String name,
    List<Words> texts,
    boolean active,
    @Nullable String ean,
    @Nullable BigDecimal weight,
    @Nullable BigDecimal amount,
    List<Property> options,
    List<Image> pictures) {

  static Variant of(Fields variant) {
    List<Property> options = variant.at("options").each().map(Property::of).toList();
    if (options.isEmpty()) {
      throw variant.wrong("options", "are missing; a variant differs from its siblings by them");
    }
    return new Variant(
        variant.required("productNumber"),
        variant.text("name"),
        variant.at("texts").each().map(Words::of).toList(),
        variant.node().path("active").asBoolean(true),
        variant.text("ean"),
        variant.decimal("weight"),
        variant.decimal("price"),
        options,
        variant.at("media").each().map(Image::of).toList());
  }
}
