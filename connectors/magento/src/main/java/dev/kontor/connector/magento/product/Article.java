package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
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
    Tag price = tag(content);
    return new Article(
        number(required(content, "sku")),
        leaves.contains("name") ? Text.text(content.path("name")) : required(content, "name"),
        content.path("texts").valueStream().map(Words::of).toList(),
        content.path("active").asBoolean(true),
        Text.text(content.path("gtin")),
        decimal(content, "weight"),
        Text.text(content.path("taxGroup")),
        price,
        content.path("variants").valueStream().map(one -> Variant.of(one, price)).toList(),
        leaves);
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
