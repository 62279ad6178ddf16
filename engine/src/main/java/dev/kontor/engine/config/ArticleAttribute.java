package dev.kontor.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of an article two systems may say, each by itself. What a variant has of its own (name, bar
 * code, price, pictures) goes with the variants; custom data is always its own system's.
 */
public enum ArticleAttribute {
  NAME("name"),
  TEXTS("texts"),
  GTIN("gtin"),
  MANUFACTURER("manufacturer"),
  UNIT("unit"),
  WEIGHT("weight"),
  TAX("taxGroup taxRate"),
  PRICE("unitPrice currency priceIncludesTax"),
  BLOCKED("blocked"),
  CATEGORIES("categories"),
  ATTRIBUTES("attributes"),
  PICTURES("pictures"),
  VARIANTS("variants");

  private final String fields;

  ArticleAttribute(String fields) {
    this.fields = fields;
  }

  /** Of the model's product. */
  public List<String> fields() {
    return List.of(fields.split(" "));
  }

  /** As configuration and connectors know it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An owner for each. */
  static Map<ArticleAttribute, Owner> owners(Function<ArticleAttribute, Owner> owner) {
    return Arrays.stream(values()).collect(Collectors.toMap(a -> a, owner));
  }
}
