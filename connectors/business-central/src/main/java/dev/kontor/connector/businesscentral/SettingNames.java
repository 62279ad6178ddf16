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
          "refundRest",
          "refundRestock",
          "payments",
          "customLine",
          "giftCardLine",
          "feeLine",
          "roundingLine",
          "paymentMethods",
          "shippingMethods",
          "dimensions",
          "orderComment",
          OrderLocation.SETTING,
          "amountPrecision");

  private SettingNames() {}
}
