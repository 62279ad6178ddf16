package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article as {@code shopware/product.out} states it.
 *
 * @param name in the source's own language
 * @param weight in kilograms
 * @param taxRate percent, null where the source cannot tell
 * @param categories paths from the root
 * @param pictures the first is the cover
 */
record Article(
    String number,
    String name,
    List<Words> texts,
    boolean active,
    @Nullable String ean,
    @Nullable String manufacturer,
    @Nullable String unit,
    @Nullable BigDecimal weight,
    @Nullable String taxGroup,
    @Nullable BigDecimal taxRate,
    Tag price,
    List<List<Step>> categories,
    List<Property> properties,
    List<Image> pictures,
    List<Variant> variants) {

  /** Name and description in one language; either may be null. */
  record Words(String language, @Nullable String name, @Nullable String description) {}

  /**
   * What it costs, as the source states it.
   *
   * @param amount null where the source states none
   */
  record Tag(@Nullable BigDecimal amount, @Nullable String currency, boolean includesTax) {}

  /** One category of a path. */
  record Step(String code, String name) {}

  /** A value of a property, the same in other languages beside it. */
  record Property(String group, String value, List<Words> groupTexts, List<Words> valueTexts) {}

  /** A picture by which its source opens it. */
  record Image(String reference, String contentType, String sha256) {}

  /**
   * What tells a variant from its siblings, and what it has of its own.
   *
   * @param name null for the article's
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
      List<Image> pictures) {}

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static Article of(JsonNode content) {
    Fields fields = Fields.of(content);
    return new Article(
        fields.required("productNumber"),
        fields.required("name"),
        each(fields.at("texts"), Article::words),
        fields.node().path("active").asBoolean(true),
        fields.text("ean"),
        fields.text("manufacturer"),
        fields.text("unit"),
        fields.decimal("weight"),
        fields.text("taxGroup"),
        fields.decimal("taxRate"),
        tag(fields.at("price")),
        each(fields.at("categories"), path -> each(path, Article::step)),
        each(fields.at("properties"), Article::property),
        each(fields.at("media"), Article::image),
        each(fields.at("variants"), Article::variant));
  }

  /** Of the article and its variants, each once. */
  List<Image> allPictures() {
    return Stream.concat(
            pictures.stream(), variants.stream().flatMap(variant -> variant.pictures().stream()))
        .distinct()
        .toList();
  }

  /** Article numbers of it and its variants. */
  List<String> numbers() {
    return Stream.concat(Stream.of(number), variants.stream().map(Variant::number)).toList();
  }

  /** Everything its properties and its variants' options name. */
  List<Property> allProperties() {
    return Stream.concat(
            properties.stream(), variants.stream().flatMap(variant -> variant.options().stream()))
        .toList();
  }

  private static <T> List<T> each(Fields list, Function<Fields, T> reading) {
    return list.each().map(reading).toList();
  }

  private static Words words(Fields text) {
    return new Words(text.required("language"), text.text("name"), text.text("description"));
  }

  private static Tag tag(Fields price) {
    return new Tag(
        price.decimal("amount"),
        price.text("currency"),
        price.node().path("includesTax").asBoolean(false));
  }

  private static Step step(Fields step) {
    return new Step(step.required("code"), step.required("name"));
  }

  private static Property property(Fields property) {
    String unit = property.text("unit");
    String after = unit == null ? "" : " " + unit;
    return new Property(
        property.required("name"),
        property.required("value") + after,
        each(
            property.at("texts"),
            text -> new Words(text.required("language"), text.required("name"), null)),
        each(
            property.at("texts"),
            text -> new Words(text.required("language"), text.required("value") + after, null)));
  }

  private static Image image(Fields picture) {
    return new Image(
        picture.required("reference"), picture.required("contentType"), picture.required("sha256"));
  }

  private static Variant variant(Fields variant) {
    List<Property> options = each(variant.at("options"), Article::property);
    if (options.isEmpty()) {
      throw variant.wrong("options", "are missing; a variant differs from its siblings by them");
    }
    return new Variant(
        variant.required("productNumber"),
        variant.text("name"),
        each(variant.at("texts"), Article::words),
        variant.node().path("active").asBoolean(true),
        variant.text("ean"),
        variant.decimal("weight"),
        variant.decimal("price"),
        options,
        each(variant.at("media"), Article::image));
  }
}
