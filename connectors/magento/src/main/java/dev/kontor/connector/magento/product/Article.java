package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import dev.kontor.connector.magento.picture.Image;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article as {@code magento/product.out} states it.
 *
 * @param name in the source's own language; null where it is the shop's word
 * @param weight in kilograms
 * @param price null where the source states none
 * @param categories names from the uppermost one down, of each it stands in
 * @param pictures the first is the cover
 * @param leaves attributes that are the shop's own word
 */
record Article(
    String sku,
    @Nullable String name,
    List<Words> texts,
    boolean active,
    @Nullable String gtin,
    @Nullable BigDecimal weight,
    @Nullable String taxGroup,
    @Nullable Tag price,
    List<List<String>> categories,
    List<Property> properties,
    List<Image> pictures,
    List<Variant> variants,
    Set<String> leaves) {

  private static final int LONGEST = 64;

  /**
   * @throws FaultException naming the field that is wrong
   */
  static Article of(JsonNode content) {
    Set<String> leaves =
        content
            .path(Writer.Draft.LEAVES)
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toUnmodifiableSet());
    Article alone =
        new Article(
            number(required(content, "sku")),
            leaves.contains("name") ? Text.text(content.path("name")) : required(content, "name"),
            content.path("texts").valueStream().map(Words::of).toList(),
            content.path("active").asBoolean(true),
            Text.text(content.path("gtin")),
            decimal(content, "weight"),
            Text.text(content.path("taxGroup")),
            tag(content),
            content.path("categories").valueStream().map(Article::path).toList(),
            content.path("properties").valueStream().map(Property::of).toList(),
            pictures(content),
            List.of(),
            leaves);
    return alone.with(
        content.path("variants").valueStream().map(one -> Variant.of(one, alone)).toList());
  }

  private Article with(List<Variant> all) {
    return new Article(
        sku,
        name,
        texts,
        active,
        gtin,
        weight,
        taxGroup,
        price,
        categories,
        properties,
        pictures,
        checked(all),
        leaves);
  }

  private static List<String> path(JsonNode steps) {
    return steps.valueStream().map(step -> required(step, "name")).toList();
  }

  static List<Image> pictures(JsonNode node) {
    return node.path("media")
        .valueStream()
        .map(
            one ->
                new Image(
                    required(one, "reference"),
                    required(one, "contentType"),
                    required(one, "sha256")))
        .toList();
  }

  /**
   * Whether the shop keeps what it has of it.
   *
   * @param attribute of the model
   */
  boolean leaves(String attribute) {
    return leaves.contains(attribute);
  }

  /** Buyers must be able to tell one from the other. */
  private static List<Variant> checked(List<Variant> all) {
    Map<String, String> known = new HashMap<>();
    List<String> names = all.isEmpty() ? List.of() : all.getFirst().names();
    for (Variant variant : all) {
      String same = known.putIfAbsent(variant.choice(), variant.sku());
      if (same != null) {
        throw wrong("variants", same + " and " + variant.sku() + " have the same options");
      }
      if (!Set.copyOf(variant.names()).equals(Set.copyOf(names))) {
        throw wrong(
            "variants",
            variant.sku()
                + " differs by "
                + String.join(", ", variant.names())
                + ", others by "
                + String.join(", ", names)
                + "; state the same options for all");
      }
    }
    return all;
  }

  private static @Nullable Tag tag(JsonNode content) {
    BigDecimal amount = decimal(content.path("price"), "amount");
    return amount == null
        ? null
        : new Tag(
            amount,
            required(content.path("price"), "currency"),
            content.path("price").path("includesTax").asBoolean(false),
            decimal(content, "taxRate"));
  }

  /** The shop's numbers have 64 characters at most (Magento_Catalog, Attribute/Backend/Sku). */
  static String number(String sku) {
    if (sku.length() > LONGEST) {
      throw wrong("sku", "has more than " + LONGEST + " characters, which the shop refuses");
    }
    return sku;
  }

  static String required(JsonNode node, String field) {
    String text = Text.text(node.path(field));
    if (text == null) {
      throw wrong(field, "is missing");
    }
    return text;
  }

  static @Nullable BigDecimal decimal(JsonNode node, String field) {
    String text = Text.text(node.path(field));
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong(field, "is no number; write it like 12.50");
    }
  }

  static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
