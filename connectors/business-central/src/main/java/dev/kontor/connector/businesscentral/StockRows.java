package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rows of the companion app's pages of stock, by item number. What takes stock is read before what
 * is on hand and what brings it after, so that a posting in between makes a figure too small for a
 * moment, never too large; its ledger entry asks for the figure again.
 */
final class StockRows {

  static final String ON_HAND = "stockByLocations";
  static final String COMMITMENTS = "stockCommitments";
  static final String RECEIPTS = "expectedReceipts";
  static final String TRANSFERS = "plannedTransfers";

  private static final String ITEM = "itemNumber";

  /** Fields beside item and variant, in the order in which the pages are read. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          COMMITMENTS, List.of("locationCode", "quantityOnSalesOrders", "reservedForOthers"),
          TRANSFERS,
              List.of(
                  "fromLocationCode",
                  "inTransitCode",
                  "toLocationCode",
                  "receiptDate",
                  "outstandingQuantity",
                  "quantityInTransit"),
          ON_HAND, List.of("locationCode", "inventory", "lastEntryNumber"),
          RECEIPTS, List.of("locationCode", "expectedReceiptDate", "quantity"));

  private final Map<String, Map<String, List<JsonNode>>> rows = new HashMap<>();

  private StockRows() {}

  /** What is open of all items. */
  static StockRows open(ApiPages companion) {
    StockRows rows = new StockRows();
    List<Wanted> wanted = new ArrayList<>();
    for (String page : List.of(COMMITMENTS, TRANSFERS, RECEIPTS)) {
      if (companion.has(page)) {
        wanted.add(new Wanted(query(page), answer -> rows.keep(page, answer.entities())));
      }
    }
    Wanted.read(companion.client(), wanted);
    return rows;
  }

  /** All of these items. */
  static StockRows of(ApiPages companion, Collection<String> numbers) {
    StockRows rows = new StockRows();
    List<Wanted> wanted = new ArrayList<>();
    for (String page : List.of(COMMITMENTS, TRANSFERS, ON_HAND, RECEIPTS)) {
      if (companion.has(page)) {
        wanted.addAll(Wanted.byTexts(query(page), ITEM, numbers, found -> rows.keep(page, found)));
      }
    }
    Wanted.read(companion.client(), wanted);
    return rows;
  }

  private static ODataQuery query(String page) {
    List<String> fields = new ArrayList<>(List.of(ITEM, "variantCode"));
    fields.addAll(fields(page));
    return ODataQuery.of(page).select(fields);
  }

  private static List<String> fields(String page) {
    return FIELDS.getOrDefault(page, List.of());
  }

  private void keep(String page, List<JsonNode> found) {
    for (JsonNode row : found) {
      rows.computeIfAbsent(page, key -> new HashMap<>())
          .computeIfAbsent(Codes.of(row, ITEM), key -> new ArrayList<>())
          .add(row);
    }
  }

  private List<JsonNode> rows(String page, String number) {
    return rows.getOrDefault(page, Map.of()).getOrDefault(Codes.upper(number), List.of());
  }

  /**
   * Of one item or variant.
   *
   * @param variant null for all of the item's
   */
  StockAtPlaces stock(String number, @Nullable String variant) {
    StockAtPlaces places = new StockAtPlaces();
    each(ON_HAND, number, variant).forEach(places::onHand);
    each(COMMITMENTS, number, variant).forEach(places::committed);
    each(RECEIPTS, number, variant).forEach(places::expected);
    each(TRANSFERS, number, variant).forEach(places::moving);
    return places;
  }

  private List<JsonNode> each(String page, String number, @Nullable String variant) {
    return rows(page, number).stream()
        .filter(row -> variant == null || Codes.of(row, "variantCode").equals(Codes.upper(variant)))
        .toList();
  }

  /** By item; where something is expected, another one each day. */
  Map<String, String> marks(LocalDate day) {
    Map<String, List<String>> texts = new TreeMap<>();
    rows.forEach(
        (page, items) ->
            items.forEach(
                (item, found) -> {
                  List<String> told = texts.computeIfAbsent(item, key -> new ArrayList<>());
                  found.forEach(row -> told.add(page + text(page, row)));
                  if (!page.equals(COMMITMENTS)) {
                    told.add(day.toString());
                  }
                }));
    Map<String, String> marks = new TreeMap<>();
    texts.forEach(
        (item, told) ->
            marks.put(item, Digest.of(told.stream().sorted().collect(Collectors.joining("\n")))));
    return marks;
  }

  private static String text(String page, JsonNode row) {
    return Codes.of(row, "variantCode")
        + fields(page).stream()
            .map(field -> "|" + value(row.path(field)))
            .collect(Collectors.joining());
  }

  private static String value(JsonNode field) {
    return field.isNumber()
        ? field.decimalValue().stripTrailingZeros().toPlainString()
        : field.asString("");
  }
}
