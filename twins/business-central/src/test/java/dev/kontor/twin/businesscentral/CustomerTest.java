package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Customers, blocked ones above all. */
class CustomerTest extends TwinTest {
  @Test
  void aCustomerKeepsAllItsFields() throws Exception {
    JsonNode customer =
        client.post(
            "customers?$expand=paymentTerm,paymentMethod,customerFinancialDetail",
            """
            {"displayName":"Anna","type":"Person","addressLine1":"Weg 1","addressLine2":"Hof","city":"Ulm","state":"BW",
             "country":"DE","postalCode":"89073","phoneNumber":"+49 731 1","email":"anna@example.de;b@example.de",
             "website":"https://example.de","creditLimit":250.5,"taxRegistrationNumber":"DE123456789","currencyCode":"USD",
             "paymentTermsId":"%s","paymentMethodId":"%s"}"""
                .formatted(
                    client.id("paymentTerms", "code", "14TAGE"),
                    client.id("paymentMethods", "code", "PAYPAL")));
    assertThat(text(customer.path("paymentTerm"), "code")).isEqualTo("14TAGE");
    assertThat(text(customer.path("paymentMethod"), "code")).isEqualTo("PAYPAL");
    assertThat(text(customer, "currencyId")).isEqualTo(client.id("currencies", "code", "USD"));
    assertThat(number(customer.path("customerFinancialDetail"), "balance"))
        .isEqualByComparingTo("0");
    assertThat(
            client.refused(
                "PATCH",
                "customers(" + text(customer, "id") + ")",
                "{\"currencyId\":\"%s\",\"currencyCode\":\"CHF\"}"
                    .formatted(client.id("currencies", "code", "GBP")),
                "If-Match",
                "*"))
        .contains("The currency values do not match to a specific Currency.");
  }

  @ParameterizedTest
  @CsvSource({"Ship", "Invoice", "All"})
  void aBlockedCustomerCannotOrderAnyMore(String blocked) throws Exception {
    order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}");
    String path = "customers(" + client.id("customers", "number", "WEB") + ")";
    client.patch(path, "{\"blocked\":\"" + blocked + "\"}");
    String refusal = "when Customer WEB is blocked with type " + blocked;
    assertThat(client.refused("POST", "salesOrders", "{\"customerNumber\":\"WEB\"}"))
        .contains(refusal);
    assertThat(client.refused("POST", "/_twin/orders/101001/shipAndInvoice", "")).contains(refusal);
    int credited =
        client.send("POST", "salesCreditMemos", "{\"customerNumber\":\"WEB\"}").statusCode();
    assertThat(credited).as("money may be given back").isEqualTo(blocked.equals("All") ? 400 : 201);
  }

  @Test
  void theCustomersOwnPayerAndHabitsReachTheOrder() throws Exception {
    setup(
        """
        {"shippingAgents":[{"code":"UPS","name":"UPS"}],
         "customers":[{"number":"WEB","billToCustomerNumber":"10000","pricesIncludeTax":true,"shippingAgentCode":"UPS"},
                      {"number":"10000","pricesIncludeTax":true}]}""");
    JsonNode order = order("", "");
    assertThat(text(order, "billToCustomerNumber")).isEqualTo("10000");
    assertThat(order.path("pricesIncludeTax").asBoolean()).isTrue();
  }
}
