package dev.kontor.connector.businesscentral;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's article number names an item or variant.
 *
 * @param separator between item number and variant code, for {@link Kind#ITEM_VARIANT}
 */
record SkuScheme(Kind kind, String separator) {

  /** What the article number is made of. */
  enum Kind {
    ITEM,
    ITEM_VARIANT,
    GTIN
  }

  /** An article number taken apart; {@code variant} null for the item itself. */
  record Parts(String item, @Nullable String variant) {}

  static SkuScheme of(String name, String separator) {
    return new SkuScheme(Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), separator);
  }

  String field() {
    return kind == Kind.GTIN ? "gtin" : "number";
  }

  /** The readings of an article number, the likeliest first. */
  List<Parts> read(String sku) {
    int at = kind == Kind.ITEM_VARIANT ? sku.lastIndexOf(separator) : -1;
    Parts whole = new Parts(sku, null);
    return at <= 0 || at + separator.length() >= sku.length()
        ? List.of(whole)
        : List.of(whole, new Parts(sku.substring(0, at), sku.substring(at + separator.length())));
  }

  /** The article number of an item or variant; null if it has none under this scheme. */
  @Nullable String write(String number, @Nullable String gtin, @Nullable String variant) {
    return switch (kind) {
      case ITEM -> variant == null ? number : null;
      case ITEM_VARIANT -> variant == null ? number : number + separator + variant;
      case GTIN -> variant == null ? gtin : null;
    };
  }
}
