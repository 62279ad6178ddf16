package dev.kontor.connector.businesscentral;

import dev.kontor.kit.totals.TaxStatus;
import dev.kontor.model.Customer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which tax area and, in collective mode, which debtor a buyer gets: the first row that fits. */
final class CustomerTax {

  /**
   * @param debtor number of the collective debtor, null if each buyer is a customer of their own
   */
  record Row(String taxArea, @Nullable String debtor) {}

  private CustomerTax() {}

  /**
   * @param settings with {@code homeCountry} and {@code customerTax}
   * @param country where the sale is taxed
   */
  static Optional<Row> of(JsonNode settings, Customer customer, String country) {
    String home = Json.text(settings, "homeCountry", "");
    TaxStatus status = TaxStatus.of(customer, country, home.toUpperCase(Locale.ROOT));
    for (JsonNode row : settings.path("customerTax")) {
      String wanted = Json.text(row, "country");
      if (TaxStatus.of(Json.text(row, "status", "domestic")) == status
          && (wanted == null || wanted.equalsIgnoreCase(country))) {
        return Optional.of(new Row(Json.text(row, "taxArea", ""), Json.text(row, "debtor")));
      }
    }
    return Optional.empty();
  }

  static String explain(JsonNode settings, Customer customer, String country) {
    String home = Json.text(settings, "homeCountry", "").toUpperCase(Locale.ROOT);
    return "setting customerTax has no row for status "
        + TaxStatus.of(customer, country, home).key()
        + " in country "
        + (country.isEmpty() ? "(none)" : country)
        + "; add one with the tax area its VAT needs";
  }
}
