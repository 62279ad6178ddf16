package dev.kontor.connector.businesscentral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The VAT posting setup the hub needs to predict totals: API v2.0 shows neither rates nor
 * identifiers, so they are a setting.
 */
final class VatTable {

  private final Map<String, Map<String, VatEntry>> byArea;

  private VatTable(Map<String, Map<String, VatEntry>> byArea) {
    this.byArea = byArea;
  }

  /**
   * @param json tax area → tax group → {@code {rate, identifier, calculation}}
   */
  static VatTable of(JsonNode json) {
    Map<String, Map<String, VatEntry>> byArea = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> area : json.properties()) {
      Map<String, VatEntry> groups = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> group : area.getValue().properties()) {
        VatEntry entry = VatEntry.of(Codes.upper(group.getKey()), group.getValue());
        groups.put(entry.group(), entry);
      }
      byArea.put(Codes.upper(area.getKey()), groups);
    }
    return new VatTable(byArea);
  }

  Set<String> areas() {
    return byArea.keySet();
  }

  Optional<VatEntry> entry(String area, String group) {
    return Optional.ofNullable(
        byArea.getOrDefault(Codes.upper(area), Map.of()).get(Codes.upper(group)));
  }

  List<VatEntry> entries(String area) {
    return new ArrayList<>(byArea.getOrDefault(Codes.upper(area), Map.of()).values());
  }

  /** The first group of the area that charges this rate. */
  Optional<VatEntry> charging(String area, BigDecimal rate) {
    return entries(area).stream().filter(entry -> entry.charged().compareTo(rate) == 0).findFirst();
  }
}
