package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.ShippingAgents;
import dev.kontor.twin.businesscentral.supply.Purchases;
import dev.kontor.twin.businesscentral.supply.Reservations;
import dev.kontor.twin.businesscentral.supply.Transfers;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Column;
import dev.kontor.twin.kit.odata.EdmType;
import dev.kontor.twin.kit.odata.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads setup sections that are named like the companion app's tables, row by row. */
final class CompanionTables {
  /** Set → the fields that tell its rows apart. */
  private static final Map<String, List<String>> KEYS = keys();

  private static final Map<String, JsonNode> USUAL =
      Map.of(
          "status", Json.MAPPER.valueToTree("Active"),
          "assetType", Json.MAPPER.valueToTree("Item"),
          "allowLineDiscount", Json.MAPPER.valueToTree(true),
          "allowInvoiceDiscount", Json.MAPPER.valueToTree(true));

  private final Records records;

  CompanionTables(Records records) {
    this.records = records;
  }

  private static Map<String, List<String>> keys() {
    List<String> price =
        List.of(
            "salesType",
            "salesCode",
            "startingDate",
            "currencyCode",
            "variantCode",
            "unitOfMeasureCode",
            "minimumQuantity");
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("priceListLines", List.of("priceListCode", "lineNumber"));
    keys.put("legacySalesPrices", joined("itemNumber", "itemNumber", price));
    keys.put("legacySalesLineDiscounts", joined("type", "code", price));
    keys.put("itemUnitsOfMeasure", List.of("itemNumber", "code"));
    keys.put("itemAttributeValues", List.of("itemNumber", "attributeId"));
    keys.put("itemAttributeTranslations", List.of("attributeId", "valueId", "languageCode"));
    keys.put("itemVariantOptions", List.of("itemNumber", "variantCode", "position"));
    keys.put("itemTranslations", List.of("itemNumber", "variantCode", "languageCode"));
    keys.put("itemTexts", List.of("itemNumber", "kind", "languageCode", "startingDate"));
    keys.put(
        "itemReferences",
        List.of(
            "itemNumber",
            "variantCode",
            "unitOfMeasureCode",
            "referenceType",
            "referenceTypeNumber",
            "referenceNumber"));
    keys.put("shipToAddresses", List.of("customerNumber", "code"));
    return keys;
  }

  private static List<String> joined(String first, String second, List<String> rest) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(first, second).distinct(), rest.stream())
        .toList();
  }

  /** Adds, changes or ({@code "remove": true}) removes what is named; throws ODataFault. */
  void apply(JsonNode setup) {
    KEYS.forEach((set, keys) -> setup.path(set).forEach(entry -> row(set, keys, entry)));
    setup
        .path("shippingAgents")
        .forEach(agent -> new ShippingAgents(records).set((ObjectNode) agent));
    setup.path("purchases").forEach(new Purchases(records)::enter);
    setup.path("transfers").forEach(new Transfers(records)::enter);
    setup.path("reservations").forEach(new Reservations(records)::enter);
  }

  private void row(String set, List<String> keys, JsonNode entry) {
    Table table = records.table(set);
    String key =
        keys.stream()
            .map(field -> wire(table, field, entry.path(field)).asString(""))
            .collect(Collectors.joining("/"));
    String id = Ids.guid(set + "/" + key);
    if (entry.path("remove").asBoolean(false)) {
      records.remove(set, id);
      return;
    }
    ObjectNode row = records.byId(set, id).orElseGet(() -> fresh(set, table, entry).put("id", id));
    entry.properties().forEach(p -> row.set(p.getKey(), wire(table, p.getKey(), p.getValue())));
    records.save(set, row);
  }

  private ObjectNode fresh(String set, Table table, JsonNode entry) {
    ObjectNode row = records.create(set);
    USUAL.forEach(
        (field, value) -> {
          if (table.column(field).isPresent()) {
            row.set(field, value);
          }
        });
    if (set.equals("priceListLines") && !entry.has("unitPrice")) {
      row.put("amountType", "Discount");
    }
    return row;
  }

  /** The value as stored; members of enumerations may be given as people read them. */
  private static JsonNode wire(Table table, String field, JsonNode value) {
    Column column =
        table
            .column(field)
            .orElseThrow(
                () ->
                    Faults.dialog(
                        "The setup of %s has an unknown field '%s'."
                            .formatted(table.set(), field)));
    if (value.isMissingNode()) {
      return column.initial();
    }
    if (column.type() != EdmType.ENUM || column.members().contains(value.asString())) {
      return value;
    }
    String escaped =
        value
            .asString()
            .chars()
            .mapToObj(c -> Character.isLetterOrDigit(c) ? "" + (char) c : "_x%04X_".formatted(c))
            .collect(Collectors.joining());
    if (!column.members().contains(escaped)) {
      throw Faults.dialog(
          "The %s '%s' in %s must be one of %s."
              .formatted(field, value.asString(), table.set(), column.members()));
    }
    return Json.MAPPER.valueToTree(escaped);
  }
}
