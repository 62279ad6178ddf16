package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Decides a cart's tax status and the rate of a tax in the country of delivery. */
public final class TaxDetector {
  private final Tables tables;

  public TaxDetector(Tables tables) {
    this.tables = tables;
  }

  public TaxStatus status(Buyer buyer) {
    ObjectNode country = tables.get("country", buyer.countryId());
    if (country.path("customerTax").path("enabled").asBoolean(false)
        || (country.path("companyTax").path("enabled").asBoolean(false)
            && business(buyer, country))) {
      return TaxStatus.FREE;
    }
    return buyer.displayGross() ? TaxStatus.GROSS : TaxStatus.NET;
  }

  private static boolean business(Buyer buyer, ObjectNode country) {
    if (buyer.company() == null || buyer.vatIds().isEmpty()) {
      return false;
    }
    String pattern = Values.text(country, "vatIdPattern");
    boolean checked = country.path("checkVatIdPattern").asBoolean(false) && pattern != null;
    return !checked || buyer.vatIds().stream().allMatch(v -> v.matches(String.valueOf(pattern)));
  }

  /** Percent: a country's own rule comes before the tax's rate. */
  public BigDecimal rate(String taxId, String countryId) {
    return tables.where("tax_rule", "taxId", taxId).stream()
        .filter(r -> countryId.equals(Values.text(r, "countryId")))
        .findFirst()
        .map(r -> Values.decimal(r.get("taxRate")))
        .orElseGet(() -> Values.decimal(tables.get("tax", taxId).get("taxRate")));
  }
}
