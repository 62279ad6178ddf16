package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Items with everything that is told about them, in fewest calls: one to API v2.0, one to the
 * companion app, one more where attributes have translations, and one to each partner's app.
 *
 * @param items with variants, by upper-case number
 * @param rows of the companion app's pages by page and item number
 * @param shared rows that belong to no item, by page
 */
record ItemParts(
    Map<String, JsonNode> items,
    Map<String, Map<String, List<JsonNode>>> rows,
    Map<String, List<JsonNode>> shared) {

  static final String ITEMS = "items";
  static final String VARIANTS = "itemVariants";
  static final String CATEGORIES = "itemCategories";
  static final String DETAILS = "itemDetails";
  static final String VARIANT_DETAILS = "itemVariantDetails";
  static final String ATTRIBUTES = "itemAttributeValues";
  static final String ATTRIBUTE_TEXTS = "itemAttributeTranslations";
  static final String OPTIONS = "itemVariantOptions";
  static final String TRANSLATIONS = "itemTranslations";
  static final String TEXTS = "itemTexts";
  static final String REFERENCES = "itemReferences";
  static final String UNITS = "itemUnitsOfMeasure";
  static final String CATEGORY_NODES = "itemCategoryNodes";
  static final String VAT_SETUPS = "vatPostingSetups";

  /** Pages with rows of single items, and the field that holds the item's number. */
  static final Map<String, String> OF_ITEMS =
      Map.of(
          DETAILS, "number",
          VARIANT_DETAILS, "itemNumber",
          ATTRIBUTES, "itemNumber",
          OPTIONS, "itemNumber",
          TRANSLATIONS, "itemNumber",
          TEXTS, "itemNumber",
          REFERENCES, "itemNumber",
          UNITS, "itemNumber");

  /** Never inventory or cost: they change without any change of the product. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "number",
          "displayName",
          "displayName2",
          "type",
          "itemCategoryCode",
          "blocked",
          "gtin",
          "unitPrice",
          "priceIncludesTax",
          "taxGroupCode",
          "baseUnitOfMeasureCode",
          "generalProductPostingGroupCode",
          "inventoryPostingGroupCode",
          "lastModifiedDateTime");

  static ItemParts read(
      Company company, Joined joined, Collection<String> ids, Collection<String> numbers) {
    Reading reading = new Reading(company);
    reading.items(ids, numbers);
    reading.pages();
    reading.attributeTexts();
    joined.put(reading.parts.items.values());
    return reading.parts;
  }

  /** Rows of a page about an item; none if the page is not installed. */
  List<JsonNode> of(String page, String number) {
    return rows.getOrDefault(page, Map.of()).getOrDefault(Codes.upper(number), List.of());
  }

  List<JsonNode> shared(String page) {
    return shared.getOrDefault(page, List.of());
  }

  boolean knows(String page) {
    return rows.containsKey(page) || shared.containsKey(page);
  }

  private static final class Reading {

    private final Company company;
    private final ItemParts parts =
        new ItemParts(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());

    Reading(Company company) {
      this.company = company;
    }

    void items(Collection<String> ids, Collection<String> numbers) {
      ODataQuery query = ODataQuery.of(ITEMS).select(fields()).expand(expanded());
      List<Wanted> wanted = new ArrayList<>();
      wanted.addAll(Wanted.byIds(query, "id", ids, this::keepItems));
      wanted.addAll(Wanted.byTexts(query, "number", numbers, this::keepItems));
      if (!company.companion().has(CATEGORY_NODES)) {
        wanted.add(whole(CATEGORIES));
      }
      Wanted.read(company, wanted);
    }

    private List<String> fields() {
      List<String> offered = company.model().only(ITEMS, FIELDS);
      return offered.isEmpty() ? FIELDS : offered;
    }

    private String expanded() {
      String picture = "picture($select=id,contentType)";
      String variants =
          company.model().has(VARIANTS, "picture")
              ? VARIANTS + "($expand=" + picture + ")"
              : VARIANTS;
      return company.model().has(ITEMS, "picture") ? variants + "," + picture : variants;
    }

    private void keepItems(List<JsonNode> found) {
      found.forEach(item -> parts.items.put(Codes.of(item, "number"), item));
    }

    void pages() {
      Set<String> numbers = parts.items.keySet();
      if (numbers.isEmpty()) {
        return;
      }
      List<Wanted> wanted = new ArrayList<>();
      OF_ITEMS.forEach(
          (page, field) -> {
            if (company.companion().has(page)) {
              Map<String, List<JsonNode>> found = new HashMap<>();
              parts.rows.put(page, found);
              wanted.addAll(
                  Wanted.byTexts(
                      ODataQuery.of(page), field, numbers, rows -> keep(found, field, rows)));
            }
          });
      Stream.of(CATEGORY_NODES, VAT_SETUPS)
          .filter(company.companion()::has)
          .forEach(page -> wanted.add(whole(page)));
      if (!wanted.isEmpty()) {
        Wanted.read(company.companion().client(), wanted);
      }
    }

    private static void keep(Map<String, List<JsonNode>> found, String field, List<JsonNode> rows) {
      rows.forEach(
          row -> found.computeIfAbsent(Codes.of(row, field), number -> new ArrayList<>()).add(row));
    }

    private Wanted whole(String page) {
      return new Wanted(ODataQuery.of(page), answer -> parts.shared.put(page, answer.entities()));
    }

    void attributeTexts() {
      Set<String> attributes =
          parts.rows.getOrDefault(ATTRIBUTES, Map.of()).values().stream()
              .flatMap(List::stream)
              .map(row -> Json.text(row, "attributeId", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      if (attributes.isEmpty() || !company.companion().has(ATTRIBUTE_TEXTS)) {
        return;
      }
      List<JsonNode> texts = new ArrayList<>();
      parts.shared.put(ATTRIBUTE_TEXTS, texts);
      Wanted.read(
          company.companion().client(),
          Wanted.byNumbers(
              ODataQuery.of(ATTRIBUTE_TEXTS), "attributeId", attributes, texts::addAll));
    }
  }
}
