package dev.kontor.twin.financeoperations.visibility;

import static dev.kontor.twin.financeoperations.records.Records.number;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers queries over the system's own stock, what others told, and soft reservations. */
final class OnHand {
  private static final String OWN = "fno";
  private static final Map<String, String> MEASURES =
      Map.of(
          "physicalinvent", "OnHandQuantity",
          "reservphysical", "ReservedOnHandQuantity",
          "availphysical", "AvailableOnHandQuantity",
          "onorder", "OnOrderQuantity");

  private final Erp erp;
  private final Quantities quantities;
  private final SoftReservations reservations;

  OnHand(Erp erp, Quantities quantities, SoftReservations reservations) {
    this.erp = erp;
    this.quantities = quantities;
    this.reservations = reservations;
  }

  /** What may still be reserved: available in the system less what is reserved here. */
  BigDecimal free(Spot spot) {
    return number(sources(spot).path("iv"), "availabletoreserve");
  }

  /**
   * Rows that pass the filters, with the quantities of all that fall together added up.
   *
   * @param body {@code {filters: {organizationId: [one], productId: [], siteId: [], locationId: [],
   *     ...}, groupByValues?: []}}; no product stands for all
   */
  ArrayNode query(JsonNode body) {
    required(body.path("filters"));
    List<String> by = new ArrayList<>();
    body.path("groupByValues").forEach(name -> by.add(name.asString()));
    Map<Spot, ObjectNode> sums = new LinkedHashMap<>();
    for (Spot spot : spots()) {
      if (passes(spot, body.path("filters"))) {
        add(sums.computeIfAbsent(spot.grouped(by), s -> Json.object()), sources(spot));
      }
    }
    ArrayNode rows = Json.array();
    sums.forEach(
        (spot, sum) -> {
          ObjectNode row = rows.addObject().put("productId", spot.product());
          ObjectNode dimensions = row.putObject("dimensions");
          spot.dimensions().forEach(dimensions::put);
          row.set("quantities", sum);
        });
    return rows;
  }

  private static void required(JsonNode filters) {
    for (String name : List.of("organizationId", "productId", "siteId", "locationId")) {
      if (!filters.path(name).isArray()) {
        throw new IllegalArgumentException("filters." + name + " is required.");
      }
    }
    if (filters.path("organizationId").size() != 1) {
      throw new IllegalArgumentException("filters.organizationId must have one value.");
    }
    if (filters.path("siteId").isEmpty() || filters.path("locationId").isEmpty()) {
      throw new IllegalArgumentException("filters needs values of siteId and locationId.");
    }
  }

  private Set<Spot> spots() {
    Set<Spot> spots = new LinkedHashSet<>();
    erp.companies()
        .forEach(
            company ->
                erp.records()
                    .all(company, Place.SOURCE)
                    .forEach(row -> spots.add(Spot.ofRow(row.data()))));
    spots.addAll(quantities.spots());
    return spots;
  }

  private static boolean passes(Spot spot, JsonNode filters) {
    return filters.properties().stream()
        .filter(filter -> !filter.getKey().equals("productId") || !filter.getValue().isEmpty())
        .allMatch(
            filter ->
                filter
                    .getValue()
                    .valueStream()
                    .anyMatch(v -> v.asString().equalsIgnoreCase(value(spot, filter.getKey()))));
  }

  private static String value(Spot spot, String name) {
    return switch (name) {
      case "organizationId" -> spot.organization();
      case "productId" -> spot.product();
      default -> spot.dimensions().getOrDefault(name, "");
    };
  }

  private ObjectNode sources(Spot spot) {
    ObjectNode sources = quantities.at(spot);
    ObjectNode own = sources.putObject(OWN);
    erp.records().all(spot.organization(), Place.SOURCE).stream()
        .filter(row -> Spot.ofRow(row.data()).equals(spot))
        .forEach(row -> MEASURES.forEach((to, from) -> own.put(to, number(row.data(), from))));
    BigDecimal reserved = reservations.at(spot);
    sources
        .putObject("iv")
        .put("softreservphysical", reserved)
        .put("availabletoreserve", number(own, "availphysical").subtract(reserved));
    return sources;
  }

  private static void add(ObjectNode sum, ObjectNode more) {
    more.properties()
        .forEach(
            source -> {
              ObjectNode own = sum.withObjectProperty(source.getKey());
              source
                  .getValue()
                  .properties()
                  .forEach(
                      m ->
                          own.put(
                              m.getKey(),
                              number(own, m.getKey()).add(m.getValue().decimalValue())));
            });
  }
}
