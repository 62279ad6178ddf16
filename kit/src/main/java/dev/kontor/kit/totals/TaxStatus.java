package dev.kontor.kit.totals;

import dev.kontor.model.Customer;
import dev.kontor.model.CustomerKey;
import java.util.Locale;
import java.util.Set;

/** Where a sale is taxed, seen from the company's own country. */
public enum TaxStatus {
  /** Taxed at home. */
  DOMESTIC,
  /** A company with a VAT id in another EU country: reverse charge. */
  EU_BUSINESS,
  /** A consumer in another EU country: that country's VAT (one-stop shop). */
  EU_CONSUMER,
  /** Outside the EU. */
  EXPORT;

  /** Member states by ISO code, as of 2026-01-01; Greece's VAT ids start with EL. */
  private static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  public static TaxStatus of(Customer customer, String country, String home) {
    if (country.equals(home)) {
      return DOMESTIC;
    }
    if (!EU.contains(country)) {
      return EXPORT;
    }
    boolean business =
        customer.kind() == Customer.Kind.COMPANY
            && customer.vatIds().stream().anyMatch(id -> !CustomerKey.vatId(id).isEmpty());
    return business ? EU_BUSINESS : EU_CONSUMER;
  }

  public static TaxStatus of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
