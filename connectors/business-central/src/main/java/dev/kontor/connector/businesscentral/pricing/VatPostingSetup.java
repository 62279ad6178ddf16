package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;

/**
 * The VAT that a price including VAT contains (rule 8a).
 *
 * @param percent as set up, also for reverse charge
 */
public record VatPostingSetup(
    String businessGroup, String productGroup, BigDecimal percent, TaxCalculation calculation) {

  /**
   * What a price including VAT contains under this setup.
   *
   * @throws IllegalArgumentException for sales tax, as Business Central refuses it
   */
  BigDecimal contained() {
    return switch (calculation) {
      case NORMAL_VAT, FULL_VAT -> percent;
      case REVERSE_CHARGE_VAT -> BigDecimal.ZERO;
      case SALES_TAX ->
          throw new IllegalArgumentException(
              "a price that includes VAT cannot be computed under the sales tax setup of "
                  + businessGroup
                  + " and "
                  + productGroup
                  + "; set up the price without VAT");
    };
  }
}
