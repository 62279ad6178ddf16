package dev.kontor.twin.financeoperations.records;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A legal entity and its taxes.
 *
 * @param id in lower case, as in dataAreaId
 * @param exchangeRates foreign currency → its units for one of the own
 * @param taxCodes code → percent
 * @param taxGroups what the customer's side is liable to: group → codes
 * @param itemTaxGroups what the article's side is liable to: group → codes
 */
public record Company(
    String id,
    String name,
    String currency,
    String country,
    String language,
    String timeZone,
    Map<String, BigDecimal> exchangeRates,
    Map<String, BigDecimal> taxCodes,
    Map<String, List<String>> taxGroups,
    Map<String, List<String>> itemTaxGroups) {

  /** The codes both sides have; none where one side has no group. */
  public List<String> taxCodes(String taxGroup, String itemTaxGroup) {
    List<String> ofItem = itemTaxGroups.getOrDefault(itemTaxGroup, List.of());
    return taxGroups.getOrDefault(taxGroup, List.of()).stream().filter(ofItem::contains).toList();
  }

  public BigDecimal percent(String taxCode) {
    return taxCodes.getOrDefault(taxCode, BigDecimal.ZERO);
  }
}
