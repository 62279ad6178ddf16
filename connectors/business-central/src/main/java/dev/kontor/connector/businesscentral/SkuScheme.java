package dev.kontor.connector.businesscentral;

import java.util.ArrayList;
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

  /** The readings of an article number, the item itself first; codes may hold the separator. */
  List<Parts> read(String sku) {
    List<Parts> readings = new ArrayList<>();
    readings.add(new Parts(sku, null));
    int at = kind == Kind.ITEM_VARIANT ? sku.indexOf(separator, 1) : -1;
    while (at > 0 && at + separator.length() < sku.length()) {
      readings.add(new Parts(sku.substring(0, at), sku.substring(at + separator.length())));
      at = sku.indexOf(separator, at + 1);
    }
    return readings;
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
