package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads items as stock figures need them. */
final class StockItems {

  private static final List<String> FIELDS =
      List.of("id", "number", "gtin", "type", "inventory", "baseUnitOfMeasureCode");
  private static final String VARIANTS = "itemVariants($select=id,code)";

  private final Company company;
  private final SkuScheme skus;

  StockItems(Company company, SkuScheme skus) {
    this.company = company;
    this.skus = skus;
  }

  ODataQuery query() {
    ODataQuery items = ODataQuery.of("items").select(FIELDS);
    return skus.kind() == SkuScheme.Kind.ITEM_VARIANT ? items.expand(VARIANTS) : items;
  }

  /**
   * The items that article numbers may be about.
   *
   * @param byVariant whether an article number may name a variant
   */
  List<JsonNode> ofSkus(Collection<String> wanted, boolean byVariant) {
    Set<String> keys = new LinkedHashSet<>();
    for (String sku : wanted) {
      Stream<SkuScheme.Parts> parts = skus.read(sku).stream();
      parts.limit(byVariant ? Long.MAX_VALUE : 1).forEach(part -> keys.add(part.item()));
    }
    return read(skus.field(), keys);
  }

  List<JsonNode> numbered(Collection<String> numbers) {
    return read("number", numbers);
  }

  private List<JsonNode> read(String field, Collection<String> keys) {
    List<JsonNode> items = new ArrayList<>();
    Wanted.read(company, Wanted.byTexts(query(), field, keys, items::addAll));
    return items;
  }

  /** Services have no stock. */
  static boolean isKept(JsonNode item) {
    return Json.option(item, "type").equals("Inventory");
  }
}
