package dev.kontor.connector.businesscentral;

import java.util.List;

/** Names of the settings without secrets, as functions and preparation see them. */
final class SettingNames {

  static final List<String> OPEN =
      List.of(
          "company",
          "homeCountry",
          "vat",
          "customerTax",
          "customerDefaults",
          "collectiveDebtors",
          "shippingLine",
          "discountLine",
          "creditLine",
          "refundLine",
          "refundRestock",
          "customLine",
          "giftCardLine",
          "feeLine",
          "roundingLine",
          "amountPrecision");

  private SettingNames() {}
}
