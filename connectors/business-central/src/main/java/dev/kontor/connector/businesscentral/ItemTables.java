package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.ItemCard;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Items and variants as prices need them, as last read: their cards and article numbers. */
final class ItemTables {

  private record ItemRow(
      String id,
      String number,
      @Nullable String gtin,
      BigDecimal unitPrice,
      boolean includesTax,
      String taxGroup,
      String unit) {}

  private record VariantRow(String itemNumber, String code) {}

  private record DetailRow(
      String number, String vatGroup, String discountGroup, boolean allowInvoiceDiscount) {}

  /** Bar code of an item or variant, which is its article number under scheme {@code gtin}. */
  private record ReferenceRow(String itemNumber, JsonNode row) {}

  private static final List<String> ITEM =
      List.of(
          "id",
          "number",
          "gtin",
          "unitPrice",
          "priceIncludesTax",
          "taxGroupCode",
          "baseUnitOfMeasureCode",
          "lastModifiedDateTime");

  private static final List<String> VARIANT =
      List.of("id", "itemNumber", "code", "lastModifiedDateTime");

  private static final List<String> DETAIL =
      List.of(
          "id",
          "number",
          "vatBusinessPostingGroupPrice",
          "itemDiscountGroup",
          "allowInvoiceDiscount",
          "lastModifiedDateTime");

  private final SkuScheme skus;
  private final Duration overlap;
  private final String homeTaxArea;
  private final CompanyDay calendar;
  private final List<Mirror<?>> standard = new ArrayList<>();
  private final List<Mirror<?>> app = new ArrayList<>();
  private final Mirror<ItemRow> items;
  private final Mirror<VariantRow> variants;
  private final @Nullable Mirror<DetailRow> details;
  private final @Nullable Mirror<ReferenceRow> references;

  ItemTables(Configuration configuration, Company company) {
    this.skus = configuration.skus();
    this.overlap = configuration.overlap();
    this.homeTaxArea = Codes.upper(configuration.homeTaxArea());
    this.calendar = configuration.calendar(company.clock());
    this.items = mirror(standard, company.client(), "items", ITEM, ItemTables::item);
    this.variants =
        mirror(standard, company.client(), "itemVariants", VARIANT, ItemTables::variant);
    ODataClient pages = company.companion().client();
    this.details =
        company.companion().has(ItemParts.DETAILS)
            ? mirror(app, pages, ItemParts.DETAILS, DETAIL, ItemTables::detail)
            : null;
    this.references =
        skus.kind() == SkuScheme.Kind.GTIN && company.companion().has(ItemParts.REFERENCES)
            ? mirror(app, pages, ItemParts.REFERENCES, List.of(), ItemTables::reference)
            : null;
  }

  private <T> Mirror<T> mirror(
      List<Mirror<?>> mirrors,
      ODataClient client,
      String set,
      List<String> fields,
      Function<JsonNode, T> meaning) {
    Mirror<T> mirror = new Mirror<>(client, ODataQuery.of(set).select(fields), overlap, meaning);
    mirrors.add(mirror);
    return mirror;
  }

  /** Those that are asked of API v2.0. */
  List<Mirror<?>> standard() {
    return standard;
  }

  /** Those that are asked of the companion app. */
  List<Mirror<?>> app() {
    return app;
  }

  private static ItemRow item(JsonNode row) {
    return new ItemRow(
        Json.text(row, "id", ""),
        Json.text(row, "number", ""),
        Json.text(row, "gtin"),
        Json.number(row, "unitPrice"),
        row.path("priceIncludesTax").asBoolean(false),
        PriceRows.code(row, "taxGroupCode"),
        PriceRows.code(row, "baseUnitOfMeasureCode"));
  }

  private static VariantRow variant(JsonNode row) {
    return new VariantRow(number(row, "itemNumber"), Json.text(row, "code", ""));
  }

  private static ReferenceRow reference(JsonNode row) {
    return new ReferenceRow(number(row, "itemNumber"), row);
  }

  private static DetailRow detail(JsonNode row) {
    return new DetailRow(
        number(row, "number"),
        PriceRows.code(row, "vatBusinessPostingGroupPrice"),
        PriceRows.code(row, "itemDiscountGroup"),
        row.path("allowInvoiceDiscount").asBoolean(true));
  }

  private static String number(JsonNode row, String field) {
    return Codes.upper(Json.text(row, field, ""));
  }

  /** After news were read: numbers of items that changed, or whose variants did. */
  void changed(boolean compareKeys, Set<String> numbers) {
    each(items, compareKeys, row -> numbers.add(Codes.upper(row.number())));
    each(variants, compareKeys, row -> numbers.add(row.itemNumber()));
    if (details != null) {
      each(details, compareKeys, row -> numbers.add(row.number()));
    }
    if (references != null) {
      each(references, compareKeys, row -> numbers.add(row.itemNumber()));
    }
  }

  private static <T> void each(Mirror<T> mirror, boolean compareKeys, Consumer<T> taker) {
    mirror.changes(compareKeys).forEach(change -> change.sides().forEach(taker));
  }

  /** Numbers of the items in an item discount group. */
  Stream<String> inDiscountGroup(String code) {
    return details == null
        ? Stream.of()
        : details.rows().stream()
            .filter(row -> row.discountGroup().equals(code))
            .map(DetailRow::number);
  }

  List<ItemCard> cards() {
    Map<String, DetailRow> byNumber = new HashMap<>();
    if (details != null) {
      details.rows().forEach(row -> byNumber.put(row.number(), row));
    }
    DetailRow unknown = new DetailRow("", homeTaxArea, "", true);
    return items.rows().stream()
        .map(
            row -> {
              String number = Codes.upper(row.number());
              DetailRow detail = byNumber.getOrDefault(number, unknown);
              return new ItemCard(
                  number,
                  row.unitPrice(),
                  row.includesTax(),
                  detail.vatGroup(),
                  detail.discountGroup(),
                  detail.allowInvoiceDiscount());
            })
        .toList();
  }

  /** By article number; of two with the same number the first counts, as the check tells. */
  Map<String, PricedArticle> articles() {
    Map<String, List<String>> codes = new HashMap<>();
    variants
        .rows()
        .forEach(
            row -> codes.computeIfAbsent(row.itemNumber(), n -> new ArrayList<>()).add(row.code()));
    Map<String, List<JsonNode>> barCodes = new HashMap<>();
    if (references != null) {
      references
          .rows()
          .forEach(
              row ->
                  barCodes
                      .computeIfAbsent(row.itemNumber(), n -> new ArrayList<>())
                      .add(row.row()));
    }
    Map<String, PricedArticle> articles = new TreeMap<>();
    for (ItemRow row : items.rows()) {
      String number = Codes.upper(row.number());
      List<JsonNode> own = barCodes.getOrDefault(number, List.of());
      String sku = sku(row, own);
      List<String> sold =
          skus.kind() == SkuScheme.Kind.ITEM ? List.of() : codes.getOrDefault(number, List.of());
      if (sold.isEmpty()) {
        articles.putIfAbsent(sku, article(sku, null, row, ""));
      }
      for (String code : sold) {
        String ofVariant = variantSku(row, code, own);
        if (ofVariant != null) {
          articles.putIfAbsent(ofVariant, article(ofVariant, sku, row, code));
        }
      }
    }
    return articles;
  }

  private String sku(ItemRow row, List<JsonNode> barCodes) {
    String gtin =
        row.gtin() == null ? BarCodes.gtin(barCodes, "", row.unit(), calendar.today()) : row.gtin();
    String sku = skus.write(row.number(), gtin, null);
    return sku == null ? row.number() : sku;
  }

  private @Nullable String variantSku(ItemRow row, String code, List<JsonNode> barCodes) {
    return skus.kind() == SkuScheme.Kind.GTIN
        ? BarCodes.gtin(barCodes, code, row.unit(), calendar.today())
        : skus.write(row.number(), null, code);
  }

  private static PricedArticle article(
      String sku, @Nullable String parent, ItemRow row, String variant) {
    return new PricedArticle(
        sku, parent, Codes.upper(row.number()), Codes.upper(variant), row.unit(), row.taxGroup());
  }
}
