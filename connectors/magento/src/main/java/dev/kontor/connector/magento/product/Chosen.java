package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of the shop's values buyers choose to get a variant. */
record Chosen(Values values, ProductSettings settings) {

  /**
   * Ids of values, by the code of their attribute.
   *
   * @throws dev.kontor.spi.FaultException if no setting names an attribute for one
   */
  Map<String, String> of(Variant variant) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Option option : variant.options()) {
      String code = settings.options().get(option.name());
      if (code == null) {
        throw Article.wrong(
            "options",
            "has '"
                + option.name()
                + "', for which the setting products.options names no attribute of the shop; add it"
                + " there, then resubmit");
      }
      chosen.put(code, values.of(code, option.value()));
    }
    return chosen;
  }
}
