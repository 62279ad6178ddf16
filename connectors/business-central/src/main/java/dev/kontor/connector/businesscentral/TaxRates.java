package dev.kontor.connector.businesscentral;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a consumer in the company's own country pays: from VAT Posting Setup where the companion app
 * shows it, else from setting {@code vat}.
 */
final class TaxRates {

  private final String home;
  private final VatTable setting;
  private final List<JsonNode> setups;

  /**
   * @param setups rows of {@code vatPostingSetups}; empty where there is no such page
   */
  TaxRates(Configuration configuration, List<JsonNode> setups) {
    this.home = configuration.homeTaxArea();
    this.setting = configuration.vat();
    this.setups = setups;
  }

  /** Percent in plain notation; empty where nothing states it. */
  Optional<String> home(String taxGroup) {
    return setups.stream()
        .filter(row -> home.equalsIgnoreCase(Json.text(row, "vatBusinessPostingGroup", "")))
        .filter(row -> taxGroup.equalsIgnoreCase(Json.text(row, "vatProductPostingGroup", "")))
        .map(row -> Json.number(row, "vatPercent"))
        .findFirst()
        .or(() -> setting.entry(home, taxGroup).map(VatEntry::charged))
        .map(rate -> rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString());
  }
}
