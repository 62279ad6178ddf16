package dev.kontor.connector.businesscentral.pricing;

/** How a VAT posting setup or a sales line calculates its tax. */
public enum TaxCalculation {
  NORMAL_VAT,
  REVERSE_CHARGE_VAT,
  FULL_VAT,
  SALES_TAX
}
