package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.model.Shipment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Shipped pieces by article number. Only the companion app shows the variant of a shipped line;
 * GTINs are looked up under scheme {@code gtin}.
 */
final class ShippedLines {

  private final SkuScheme skus;
  private final OrderParts parts;
  private final Map<String, String> gtins = new HashMap<>();

  private ShippedLines(SkuScheme skus, OrderParts parts) {
    this.skus = skus;
    this.parts = parts;
  }

  static ShippedLines read(Company company, SkuScheme skus, OrderParts parts) {
    ShippedLines lines = new ShippedLines(skus, parts);
    if (skus.kind() == SkuScheme.Kind.GTIN) {
      lines.readGtins(company);
    }
    return lines;
  }

  private void readGtins(Company company) {
    Set<String> numbers = new TreeSet<>();
    parts.bySet().getOrDefault(OrderParts.SHIPMENTS, Map.of()).values().stream()
        .flatMap(List::stream)
        .forEach(
            shipment ->
                shipment
                    .path("salesShipmentLines")
                    .forEach(line -> numbers.add(Json.text(line, "lineObjectNumber", ""))));
    numbers.remove("");
    Wanted.read(
        company,
        Wanted.byTexts(
            ODataQuery.of("items").select(List.of("id", "number", "gtin")),
            "number",
            numbers,
            items ->
                items.forEach(
                    item ->
                        gtins.put(Json.text(item, "number", ""), Json.text(item, "gtin", "")))));
  }

  /** Lines of one article are one. */
  List<Shipment.Line> of(String order, JsonNode shipment) {
    Map<String, BigDecimal> pieces = new LinkedHashMap<>();
    String number = Json.text(shipment, "number", "");
    for (JsonNode line : shipment.path("salesShipmentLines")) {
      BigDecimal quantity = Json.number(line, "quantity");
      String item = Json.text(line, "lineObjectNumber");
      if (item != null && Json.option(line, "lineType").equals("Item") && quantity.signum() > 0) {
        pieces.merge(sku(item, variant(order, number, line)), quantity, BigDecimal::add);
      }
    }
    List<Shipment.Line> lines = new ArrayList<>();
    pieces.forEach((sku, quantity) -> lines.add(new Shipment.Line(sku, quantity)));
    return lines;
  }

  private @Nullable String variant(String order, String shipment, JsonNode line) {
    BigDecimal sequence = Json.number(line, "sequence");
    Stream<JsonNode> details =
        parts.of(OrderParts.SHIPMENT_LINES, order).stream()
            .filter(detail -> shipment.equals(Json.text(detail, "documentNumber")))
            .filter(detail -> Json.number(detail, "lineNumber").compareTo(sequence) == 0);
    return Json.first(details, "variantCode").orElse(null);
  }

  private String sku(String item, @Nullable String variant) {
    String gtin = gtins.get(item);
    String sku = skus.write(item, gtin == null || gtin.isEmpty() ? null : gtin, variant);
    return sku == null ? item : sku;
  }
}
