package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Picture;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one document of an item and all that belongs to it. Its version is a digest of what it
 * says, so that it changes when any part changes and only then; pictures count by the version of
 * their owner, so that nobody must look at them for it.
 */
final class ProductContents {

  private static final List<String> KEPT =
      Stream.concat(ItemParts.FIELDS.stream(), Stream.of(Join.FIELD, Joined.PROBLEMS)).toList();

  private final Configuration configuration;
  private final ItemParts parts;
  private final String currency;
  private final CompanyDay calendar;
  private final CategoryTree categories;
  private final ProductTexts texts;
  private final TaxRates rates;
  private final boolean sellsVariants;

  ProductContents(
      Configuration configuration, ItemParts parts, String currency, CompanyDay calendar) {
    this.configuration = configuration;
    this.parts = parts;
    this.currency = currency;
    this.calendar = calendar;
    this.categories =
        new CategoryTree(
            parts.knows(ItemParts.CATEGORY_NODES)
                ? parts.shared(ItemParts.CATEGORY_NODES)
                : parts.shared(ItemParts.CATEGORIES));
    this.texts = new ProductTexts(parts, configuration.ownLanguage(), calendar.today());
    this.rates = new TaxRates(configuration, parts.shared(ItemParts.VAT_SETUPS));
    this.sellsVariants = configuration.skus().kind() != SkuScheme.Kind.ITEM;
  }

  /** With content; pictures are looked at. */
  Document full(JsonNode item, ItemPictures pictures) {
    ObjectNode content = content(item);
    ArrayNode variants = (ArrayNode) content.path("variants");
    int i = 0;
    for (JsonNode variant : soldVariants(item)) {
      ((ObjectNode) variants.get(i++))
          .set("pictures", ModelJson.tree(pictures.of(ItemParts.VARIANTS, variant)));
    }
    List<Picture> own = pictures.of(ItemParts.ITEMS, item);
    content.set("pictures", ModelJson.tree(own));
    return document(item, version(item), content);
  }

  /** Without content. */
  Document thin(JsonNode item) {
    return document(item, version(item), null);
  }

  private Document document(JsonNode item, String version, @Nullable JsonNode content) {
    return new Document(
        EntityType.PRODUCT,
        Json.text(item, "id", ""),
        sku(item),
        version,
        changedAt(item),
        false,
        content);
  }

  private String version(JsonNode item) {
    ObjectNode content = content(item);
    content.remove("lastModifiedDateTime");
    StringBuilder text = new StringBuilder(content.toString()).append(ItemPictures.version(item));
    soldVariants(item).forEach(variant -> text.append(' ').append(ItemPictures.version(variant)));
    return Digest.of(text.toString());
  }

  private Instant changedAt(JsonNode item) {
    String number = number(item);
    Stream<JsonNode> own = Stream.concat(Stream.of(item), item.path("itemVariants").valueStream());
    Stream<JsonNode> ofApp =
        ItemParts.OF_ITEMS.keySet().stream().flatMap(page -> parts.of(page, number).stream());
    return Stream.concat(
            Stream.of(Json.instant(item, Joined.CHANGED)),
            Stream.concat(own, ofApp).map(row -> Json.instant(row, Documents.STAMP)))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private ObjectNode content(JsonNode item) {
    String number = number(item);
    JsonNode details =
        parts.of(ItemParts.DETAILS, number).stream().findFirst().orElse(Json.object());
    ObjectNode content = ((ObjectNode) item).deepCopy();
    content.retain(KEPT);
    content.put("sku", sku(item));
    put(content, "gtin", gtin(item));
    put(
        content,
        "manufacturer",
        Json.text(details, "manufacturerName", Json.text(details, "manufacturerCode", "")));
    weight(item, details).ifPresent(weight -> content.put("weight", weight));
    rates.home(Json.text(item, "taxGroupCode", "")).ifPresent(rate -> content.put("taxRate", rate));
    content.put("currency", currency);
    content.put("blocked", isBlocked(item) || isBlocked(details));
    content.set("texts", ModelJson.tree(texts.ofItem(number)));
    content.set("attributes", ModelJson.tree(texts.attributes(number)));
    content.set(
        "categories",
        ModelJson.tree(categories.path(Json.text(item, "itemCategoryCode")).stream().toList()));
    content.putArray("pictures");
    variants(item, content);
    return content;
  }

  private void variants(JsonNode item, ObjectNode content) {
    ArrayNode variants = content.putArray("variants");
    ArrayNode problems = content.withArray(Joined.PROBLEMS);
    VariantOptions options =
        new VariantOptions(
            number(item),
            parts.of(ItemParts.OPTIONS, number(item)),
            parts.knows(ItemParts.OPTIONS),
            configuration.variantOption());
    for (JsonNode variant : soldVariants(item)) {
      String sku = variantSku(item, variant);
      if (sku == null) {
        problems.add(
            "variant "
                + Json.text(variant, "code")
                + " of item "
                + number(item)
                + " has no bar code to be its article number; enter one as item reference, or use"
                + " setting skuScheme item-variant");
      }
      variants.add(
          ModelJson.tree(variant(item, variant, sku == null ? "" : sku, options.of(variant))));
    }
    options.problems().forEach(problems::add);
  }

  private ProductVariant variant(
      JsonNode item, JsonNode variant, String sku, List<VariantOption> options) {
    String number = number(item);
    String code = Json.text(variant, "code", "");
    JsonNode details =
        parts.of(ItemParts.VARIANT_DETAILS, number).stream()
            .filter(row -> code.equalsIgnoreCase(Json.text(row, "code", "")))
            .findFirst()
            .orElse(Json.object());
    return new ProductVariant(
        Json.text(variant, "id", ""),
        sku,
        Json.text(variant, "description"),
        texts.ofVariant(number, code),
        barCode(item, code),
        null,
        null,
        isBlocked(details),
        options,
        List.of(),
        Map.of());
  }

  /** Under scheme {@code item} an item is one article, whatever variants it has. */
  private List<JsonNode> soldVariants(JsonNode item) {
    List<JsonNode> variants = new ArrayList<>();
    if (sellsVariants) {
      item.path("itemVariants").forEach(variants::add);
      variants.sort(Comparator.comparing(variant -> Json.text(variant, "code", "")));
    }
    return variants;
  }

  private String sku(JsonNode item) {
    String sku = configuration.skus().write(number(item), gtin(item), null);
    return sku == null ? number(item) : sku;
  }

  private @Nullable String variantSku(JsonNode item, JsonNode variant) {
    String code = Json.text(variant, "code", "");
    return configuration.skus().kind() == SkuScheme.Kind.GTIN
        ? barCode(item, code)
        : configuration.skus().write(number(item), null, code);
  }

  private @Nullable String gtin(JsonNode item) {
    String own = Json.text(item, "gtin");
    return own == null ? barCode(item, "") : own;
  }

  private @Nullable String barCode(JsonNode item, String variant) {
    return BarCodes.gtin(
        parts.of(ItemParts.REFERENCES, number(item)),
        variant,
        Json.text(item, "baseUnitOfMeasureCode", ""),
        calendar.today());
  }

  /** The card's gross weight, else that of the base unit; nothing where neither is stated. */
  private java.util.Optional<String> weight(JsonNode item, JsonNode details) {
    String unit = Json.text(item, "baseUnitOfMeasureCode", "");
    Stream<BigDecimal> ofUnit =
        parts.of(ItemParts.UNITS, number(item)).stream()
            .filter(row -> unit.equalsIgnoreCase(Json.text(row, "code", "")))
            .map(row -> Json.number(row, "weight"));
    return Stream.concat(Stream.of(Json.number(details, "grossWeight")), ofUnit)
        .filter(weight -> weight.signum() > 0)
        .map(weight -> weight.stripTrailingZeros().toPlainString())
        .findFirst();
  }

  private static boolean isBlocked(JsonNode row) {
    return row.path("blocked").asBoolean(false) || row.path("salesBlocked").asBoolean(false);
  }

  private static void put(ObjectNode content, String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      content.remove(field);
    } else {
      content.put(field, value);
    }
  }

  private static String number(JsonNode item) {
    return Json.text(item, "number", "");
  }
}
