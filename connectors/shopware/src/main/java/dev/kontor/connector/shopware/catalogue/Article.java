package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article as {@code shopware/product.out} states it.
 *
 * @param name in the source's own language, null where it is the shop's word
 * @param weight in kilograms
 * @param taxRate percent, null where the source cannot tell
 * @param categories paths from the root
 * @param pictures the first is the cover
 * @param customFields by technical name, as an overlay sets them
 * @param leaves attributes that are the shop's own word
 */
record Article(
    String number,
    @Nullable String name,
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
    List<Variant> variants,
    Map<String, JsonNode> customFields,
    Set<String> leaves) {

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static Article of(JsonNode content) {
    Fields fields = Fields.of(content);
    Set<String> leaves =
        content
            .path(Writer.Draft.LEAVES)
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toUnmodifiableSet());
    return new Article(
        fields.required("productNumber"),
        leaves.contains("name") ? null : fields.required("name"),
        fields.at("texts").each().map(Words::of).toList(),
        fields.node().path("active").asBoolean(true),
        fields.text("ean"),
        fields.text("manufacturer"),
        fields.text("unit"),
        fields.decimal("weight"),
        fields.text("taxGroup"),
        fields.decimal("taxRate"),
        Tag.of(fields.at("price")),
        fields.at("categories").each().map(path -> path.each().map(Step::of).toList()).toList(),
        fields.at("properties").each().map(Property::of).toList(),
        fields.at("media").each().map(Image::of).toList(),
        fields.at("variants").each().map(Variant::of).toList(),
        CustomFields.of(fields.at(CustomFields.NAME)),
        leaves);
  }

  /**
   * Whether the shop keeps what it has of it.
   *
   * @param attribute of the model
   */
  boolean leaves(String attribute) {
    return leaves.contains(attribute);
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
}
