package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.totals.VatCalculation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The VAT posting setup the hub needs to predict totals: API v2.0 shows neither rates nor
 * identifiers, so they are a setting.
 */
final class VatTable {

  /**
   * One cell: tax area (VAT business posting group) by tax group (VAT product posting group).
   *
   * @param rate percent as set up, also for reverse charge
   */
  record Entry(String group, BigDecimal rate, String identifier, VatCalculation calculation) {

    /** What a sale is charged: nothing under reverse charge. */
    BigDecimal charged() {
      return calculation == VatCalculation.REVERSE ? BigDecimal.ZERO : rate;
    }
  }

  private final Map<String, Map<String, Entry>> byArea;

  private VatTable(Map<String, Map<String, Entry>> byArea) {
    this.byArea = byArea;
  }

  /**
   * @param json tax area → tax group → {@code {rate, identifier, calculation}}
   */
  static VatTable of(JsonNode json) {
    Map<String, Map<String, Entry>> byArea = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> area : json.properties()) {
      Map<String, Entry> groups = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> group : area.getValue().properties()) {
        groups.put(
            Codes.upper(group.getKey()), entry(Codes.upper(group.getKey()), group.getValue()));
      }
      byArea.put(Codes.upper(area.getKey()), groups);
    }
    return new VatTable(byArea);
  }

  private static Entry entry(String group, JsonNode json) {
    String calculation = Json.text(json, "calculation", "normal").toUpperCase(Locale.ROOT);
    return new Entry(
        group,
        Json.number(json, "rate"),
        Json.text(json, "identifier", group),
        VatCalculation.valueOf(calculation));
  }

  Set<String> areas() {
    return byArea.keySet();
  }

  Optional<Entry> entry(String area, String group) {
    return Optional.ofNullable(
        byArea.getOrDefault(Codes.upper(area), Map.of()).get(Codes.upper(group)));
  }

  List<Entry> entries(String area) {
    return new ArrayList<>(byArea.getOrDefault(Codes.upper(area), Map.of()).values());
  }

  /** The first group of the area that charges this rate. */
  Optional<Entry> charging(String area, BigDecimal rate) {
    return entries(area).stream().filter(entry -> entry.charged().compareTo(rate) == 0).findFirst();
  }
}
