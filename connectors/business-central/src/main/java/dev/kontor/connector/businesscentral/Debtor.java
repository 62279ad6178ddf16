package dev.kontor.connector.businesscentral;

import tools.jackson.databind.JsonNode;

/**
 * What an order needs to know of its customer.
 *
 * @param taxArea code of the VAT business posting group, empty if none
 * @param blocked empty, {@code Ship}, {@code Invoice} or {@code All}
 */
record Debtor(String id, String number, String taxArea, String blocked) {

  static Debtor of(JsonNode customer, String taxArea) {
    return new Debtor(
        Json.text(customer, "id", ""),
        Json.text(customer, "number", ""),
        taxArea,
        Json.option(customer, "blocked"));
  }
}
