package dev.kontor.connector.magento.product;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one of the shop's products is to be: only what the source has a word in.
 *
 * @param fields of the product
 * @param attributes its custom ones, by code
 * @param atFirst fields that only a new one gets
 * @param attributesAtFirst likewise
 * @param extensions what it is to have besides
 */
record Wanted(
    String sku,
    Map<String, JsonNode> fields,
    Map<String, JsonNode> attributes,
    Map<String, JsonNode> atFirst,
    Map<String, JsonNode> attributesAtFirst,
    List<Extension> extensions) {

  /** What the shop's columns hold. */
  static final int DECIMALS = 4;

  /** What a product that is sold as its variants has no own of. */
  private static final Set<String> OF_VARIANTS = Set.of("price", "weight");

  /** Of a product that is there anyway. */
  static Wanted of(String sku, Map<String, JsonNode> fields, Map<String, JsonNode> attributes) {
    return new Wanted(sku, fields, attributes, Map.of(), Map.of(), List.of());
  }

  /** Whether the source says that it is not sold. */
  boolean isOff() {
    JsonNode status = fields.get("status");
    return status != null && status.asInt(0) == Rows.DISABLED;
  }

  /** The same with one field more. */
  Wanted with(String field, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Wanted(sku, more, attributes, atFirst, attributesAtFirst, extensions);
  }

  /** The same with other attributes. */
  Wanted with(Map<String, JsonNode> others) {
    return new Wanted(sku, fields, others, atFirst, attributesAtFirst, extensions);
  }

  /** The same with one more. */
  Wanted with(Extension extension) {
    List<Extension> more = new ArrayList<>(extensions);
    more.add(extension);
    return new Wanted(sku, fields, attributes, atFirst, attributesAtFirst, more);
  }

  /**
   * What differs; all of it where there is nothing yet.
   *
   * @param there the shop's row
   */
  Change change(@Nullable JsonNode there) {
    Map<String, JsonNode> own = new LinkedHashMap<>(there == null ? atFirst : Map.of());
    own.putAll(fields);
    Map<String, JsonNode> custom =
        new LinkedHashMap<>(there == null ? attributesAtFirst : Map.of());
    custom.putAll(attributes);
    JsonNode row = there == null ? ModelJson.mapper().createObjectNode() : there;
    if (row.path("type_id").asString("").equals(Kind.PARENT.type())) {
      own.keySet().removeAll(OF_VARIANTS);
    }
    Map<String, JsonNode> known = attributes(row);
    own.entrySet().removeIf(e -> isEqual(e.getValue(), row.path(e.getKey())));
    custom.entrySet().removeIf(e -> isEqual(e.getValue(), known.get(e.getKey())));
    List<Standing.Field> told = new ArrayList<>();
    own.forEach((name, value) -> told.add(field(name, value, row.get(name))));
    custom.forEach((code, value) -> told.add(field(code, value, known.get(code))));
    ObjectNode product = ModelJson.mapper().createObjectNode();
    product.put("sku", there == null ? sku : there.path("sku").asString(sku));
    own.forEach(product::set);
    putAttributes(product, custom);
    extensions.forEach(one -> one.put(row, product, told));
    return new Change(product, told);
  }

  private static void putAttributes(ObjectNode product, Map<String, JsonNode> custom) {
    if (!custom.isEmpty()) {
      ArrayNode list = product.putArray("custom_attributes");
      custom.forEach(
          (code, value) -> list.addObject().put("attribute_code", code).set("value", value));
    }
  }

  static Map<String, JsonNode> attributes(JsonNode row) {
    return row.path("custom_attributes")
        .valueStream()
        .collect(
            Collectors.toMap(
                a -> a.path("attribute_code").asString(""), a -> a.path("value"), (a, b) -> a));
  }

  private static Standing.Field field(String name, JsonNode wanted, @Nullable JsonNode there) {
    return new Standing.Field(name, wanted.asString(""), there == null ? "" : there.asString(""));
  }

  /**
   * Nothing is nothing; numbers by their value, as the shop shows those of its database with their
   * noise.
   */
  private static boolean isEqual(JsonNode wanted, @Nullable JsonNode there) {
    if (there == null || there.isMissingNode() || there.isNull()) {
      return wanted.isNull();
    }
    if (wanted.isNumber() && there.isNumber()) {
      return rounded(wanted.decimalValue()).compareTo(rounded(there.decimalValue())) == 0;
    }
    return wanted.asString("").equals(there.asString(""));
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
