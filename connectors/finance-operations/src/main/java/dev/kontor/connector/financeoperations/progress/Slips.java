package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Shipment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Packing slips of some orders. Their tracking information is public everywhere; what is on them
 * and where they left is in entities made for reports only, which a setting switches on
 * (finance-operations/contract.md §8).
 */
final class Slips {

  static final String TRACKING = "PackingSlipTrackingInformation";
  static final String HEADERS = "CustPackingSlipJourBiEntities";
  static final String LINES = "CustPackingSlipTransBiEntities";

  /** The order of a line, whatever slip it went with. */
  private static final String ORDER_OF_LINE = "OrigSalesId";

  private final Map<String, List<JsonNode>> tracking;
  private final Map<String, List<JsonNode>> lines;
  private final Map<String, JsonNode> headers = new HashMap<>();

  Slips(FnoSettings settings, FnoApi api, List<String> orders) {
    this.tracking = byOrder(api, TRACKING, "SalesOrderNumber", orders);
    boolean told = settings.text("packingSlips", "tracking").equals("lines");
    this.lines = told ? byOrder(api, LINES, ORDER_OF_LINE, orders) : Map.of();
    List<String> slips =
        lines.values().stream().flatMap(List::stream).map(Slip::ofLine).distinct().toList();
    if (!slips.isEmpty()) {
      api.rowsOf(HEADERS, Slip.ID, slips, List.of())
          .forEach(row -> headers.put(Slip.ofLine(row), row));
    }
  }

  private static Map<String, List<JsonNode>> byOrder(
      FnoApi api, String set, String field, List<String> orders) {
    return api.rowsOf(set, field, orders, List.of()).stream()
        .collect(Collectors.groupingBy(row -> Row.text(row, field)));
  }

  /**
   * Oldest first; slips without a date are left out.
   *
   * @param whole what they consist of if there is but one and the lines are not told
   */
  List<Shipment> of(String order, List<Shipment.Line> whole) {
    List<JsonNode> parcels = tracking.getOrDefault(order, List.of());
    List<JsonNode> rows = lines.getOrDefault(order, List.of());
    List<String> numbers =
        Stream.concat(parcels.stream().map(Slip::ofParcel), rows.stream().map(Slip::ofLine))
            .distinct()
            .toList();
    boolean alone = rows.isEmpty() && numbers.size() == 1;
    return numbers.stream()
        .map(
            number ->
                new Slip(
                    number,
                    parcels.stream().filter(row -> Slip.ofParcel(row).equals(number)).toList(),
                    rows.stream().filter(row -> Slip.ofLine(row).equals(number)).toList(),
                    headers.get(number)))
        .flatMap(slip -> slip.shipment(alone ? whole : List.of()).stream())
        .sorted(Comparator.comparing(Shipment::shippedOn).thenComparing(Shipment::number))
        .toList();
  }
}
