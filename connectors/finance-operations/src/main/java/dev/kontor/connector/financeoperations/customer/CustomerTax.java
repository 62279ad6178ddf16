package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.totals.TaxStatus;
import dev.kontor.model.Customer;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which sales tax group a buyer gets: the first row of setting {@code customerTax} that fits. */
public final class CustomerTax {

  private static final String SETTING = "customerTax";

  private CustomerTax() {}

  /** That of buyers in the home country, if a row says it for all of them. */
  static Optional<String> domestic(JsonNode settings) {
    return settings
        .path(SETTING)
        .valueStream()
        .filter(row -> Row.text(row, "status").equals("domestic"))
        .map(row -> Row.text(row, "taxGroup"))
        .findFirst();
  }

  /** That of prices told to everybody; blank if no setting says it. */
  public static String ofPrices(FnoSettings settings) {
    return settings.optional("priceTaxGroup").or(() -> domestic(settings.open())).orElse("");
  }

  /**
   * Empty where there is no such setting: then the customer's own group holds.
   *
   * @param settings with {@code homeCountry} and {@code customerTax}
   * @param country where the sale is taxed, ISO code; blank if unknown
   * @throws FaultException {@link Fault.Invalid} if no row fits
   */
  public static Optional<String> group(JsonNode settings, Customer customer, String country) {
    if (settings.path(SETTING).isEmpty()) {
      return Optional.empty();
    }
    String home = Row.text(settings, "homeCountry").toUpperCase(Locale.ROOT);
    TaxStatus status = TaxStatus.of(customer, country, home);
    for (JsonNode row : settings.path(SETTING)) {
      String wanted = Row.text(row, "country");
      boolean here = wanted.isEmpty() || wanted.equalsIgnoreCase(country);
      if (here && TaxStatus.of(Row.text(row, "status")) == status) {
        return Optional.of(Row.text(row, "taxGroup"));
      }
    }
    throw new FaultException(
        new Fault.Invalid(
            "SalesTaxGroup",
            "setting customerTax has no row for status "
                + status.key()
                + " in country "
                + (country.isEmpty() ? "(none)" : country)
                + "; add one with the sales tax group it needs",
            null));
  }
}
