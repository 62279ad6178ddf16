package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Shipment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Packing slips by their tracking information, the only thing a public entity says of them; a slip
 * without it is not known, nor what is on one of several (finance-operations/contract.md §8).
 */
final class Slips {

  static final String SET = "PackingSlipTrackingInformation";
  private static final String ORDER = "SalesOrderNumber";
  private static final String SLIP = "PackingSlipNumber";

  private Slips() {}

  /** Rows by order. */
  static Map<String, List<JsonNode>> of(FnoApi api, List<String> orders) {
    return api.rowsOf(SET, ORDER, orders, List.of()).stream()
        .collect(Collectors.groupingBy(row -> Row.text(row, ORDER)));
  }

  /**
   * Oldest first; slips without a date are left out.
   *
   * @param whole what they consist of if there is but one; empty if that is not known
   */
  static List<Shipment> shipments(List<JsonNode> rows, List<Shipment.Line> whole) {
    Map<String, List<JsonNode>> bySlip =
        rows.stream()
            .filter(row -> Row.day(row, "DeliveryDate") != null)
            .collect(
                Collectors.groupingBy(
                    row -> Row.text(row, SLIP), LinkedHashMap::new, Collectors.toList()));
    List<Shipment.Line> lines = bySlip.size() == 1 ? whole : List.of();
    return bySlip.entrySet().stream()
        .map(slip -> shipment(slip.getKey(), slip.getValue(), lines))
        .sorted(
            (one, other) -> {
              int byDay = one.shippedOn().compareTo(other.shippedOn());
              return byDay == 0 ? one.number().compareTo(other.number()) : byDay;
            })
        .toList();
  }

  private static Shipment shipment(String number, List<JsonNode> rows, List<Shipment.Line> lines) {
    LocalDate day = Objects.requireNonNull(Row.day(rows.getFirst(), "DeliveryDate"));
    List<String> codes =
        rows.stream()
            .map(row -> Row.text(row, "TrackingNumber"))
            .filter(code -> !code.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return new Shipment(number, day, null, null, codes, url(rows), lines, null, null);
  }

  private static @Nullable String url(List<JsonNode> rows) {
    return rows.stream()
        .map(row -> Row.text(row, "TrackingURL"))
        .filter(url -> !url.isEmpty())
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
