package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.ItemCard;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
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
  private final Mirror<ItemRows.ItemRow> items;
  private final Mirror<ItemRows.VariantRow> variants;
  private final @Nullable Mirror<ItemRows.DetailRow> details;
  private final @Nullable Mirror<ItemRows.ReferenceRow> references;

  ItemTables(Configuration configuration, Company company) {
    this.skus = configuration.skus();
    this.overlap = configuration.overlap();
    this.homeTaxArea = Codes.upper(configuration.homeTaxArea());
    this.calendar = configuration.calendar(company.clock());
    this.items = mirror(standard, company.client(), "items", ITEM, ItemRows::item);
    this.variants = mirror(standard, company.client(), "itemVariants", VARIANT, ItemRows::variant);
    ODataClient pages = company.companion().client();
    this.details =
        company.companion().has(ItemParts.DETAILS)
            ? mirror(app, pages, ItemParts.DETAILS, DETAIL, ItemRows::detail)
            : null;
    this.references =
        skus.kind() == SkuScheme.Kind.GTIN && company.companion().has(ItemParts.REFERENCES)
            ? mirror(app, pages, ItemParts.REFERENCES, List.of(), ItemRows::reference)
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

  /** After news were read: numbers of items that changed, or whose variants did. */
  void changed(Set<String> numbers) {
    each(items, row -> numbers.add(Codes.upper(row.number())));
    each(variants, row -> numbers.add(row.itemNumber()));
    if (details != null) {
      each(details, row -> numbers.add(row.number()));
    }
    if (references != null) {
      each(references, row -> numbers.add(row.itemNumber()));
    }
  }

  private static <T> void each(Mirror<T> mirror, Consumer<T> taker) {
    mirror.changes().forEach(change -> change.sides().forEach(taker));
  }

  /** Numbers of the items in an item discount group. */
  Stream<String> inDiscountGroup(String code) {
    return details == null
        ? Stream.of()
        : details.rows().stream()
            .filter(row -> row.discountGroup().equals(code))
            .map(ItemRows.DetailRow::number);
  }

  List<ItemCard> cards() {
    Map<String, ItemRows.DetailRow> byNumber = new HashMap<>();
    if (details != null) {
      details.rows().forEach(row -> byNumber.put(row.number(), row));
    }
    ItemRows.DetailRow unknown = new ItemRows.DetailRow("", homeTaxArea, "", true);
    return items.rows().stream()
        .map(
            row -> {
              String number = Codes.upper(row.number());
              ItemRows.DetailRow detail = byNumber.getOrDefault(number, unknown);
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
    for (ItemRows.ItemRow row : items.rows()) {
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

  private String sku(ItemRows.ItemRow row, List<JsonNode> barCodes) {
    String gtin =
        row.gtin() == null ? BarCodes.gtin(barCodes, "", row.unit(), calendar.today()) : row.gtin();
    String sku = skus.write(row.number(), gtin, null);
    return sku == null ? row.number() : sku;
  }

  private @Nullable String variantSku(ItemRows.ItemRow row, String code, List<JsonNode> barCodes) {
    return skus.kind() == SkuScheme.Kind.GTIN
        ? BarCodes.gtin(barCodes, code, row.unit(), calendar.today())
        : skus.write(row.number(), null, code);
  }

  private static PricedArticle article(
      String sku, @Nullable String parent, ItemRows.ItemRow row, String variant) {
    return new PricedArticle(
        sku, parent, Codes.upper(row.number()), Codes.upper(variant), row.unit(), row.taxGroup());
  }
}
