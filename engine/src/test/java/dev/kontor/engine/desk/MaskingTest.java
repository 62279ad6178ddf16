package dev.kontor.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PriceBasis;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What tells of a person is left out, and what people need to help is not. */
class MaskingTest {

  private static final Masking MASKING = Masking.of(false);

  private static String masked(String json) {
    return MASKING.apply(ModelJson.parse(json)).toString();
  }

  @Test
  void ofAShopsOrder() {
    String masked =
        masked(
            """
            {"orderNumber": "10023", "customerComment": "ring twice", "currency": {"isoCode": "EUR"},
             "orderCustomer": {"id": "a1", "email": "eva@planted.example", "firstName": "Eva",
               "lastName": "Planted", "company": "Planted & Co", "vatIds": ["DE123456789"]},
             "deliveries": [{"trackingCodes": ["T-1"],
               "shippingOrderAddress": {"street": "Nussweg 7", "zipcode": "10115",
                 "city": "Berlin", "countryId": "c1"}}],
             "lineItems": [{"label": "Chair", "payload": {"productNumber": "A1",
                 "engraving": "For Eva"}, "quantity": 2, "referencedId": "p1"}],
             "customFields": {"birthday": "1990-01-01", "steuerid": 5512, "nick": "PLANTED"},
             "note": null, "remark": "for PLANTED"}
            """);
    assertThat(masked)
        .contains("10023", "EUR", "T-1", "Chair", "\"quantity\":2", "c1", "p1")
        .doesNotContain(
            "eva@", "Eva", "Planted", "PLANTED", "DE123", "Nussweg", "10115", "Berlin", "ring",
            "1990", "5512");
  }

  @Test
  void ofAnErpsDocument() {
    String masked =
        masked(
            """
            {"externalDocumentNumber": "S1-10023", "sellToCustomerName": "Eva Planted",
             "shipToName": "Eva Planted", "shipToAddressLine1": "Nussweg 7", "shipToCity": "Bonn",
             "shipToPostCode": "53111", "phoneNumber": "+49 1", "email": "eva@planted.example",
             "salesOrderLines": [{"lineObjectNumber": "A1", "quantity": 2,
               "description": "for Eva Planted"}, {"description": "ask eva@planted.example"}]}
            """);
    assertThat(masked)
        .contains("S1-10023", "A1")
        .doesNotContain("Eva", "eva@", "Nussweg", "Bonn", "53111", "+49");
  }

  @Test
  void ofTheModelsOrder() {
    JsonNode order =
        ModelJson.tree(
            SampleOrder.in(PriceBasis.GROSS)
                .number("10023")
                .email("eva@planted.example")
                .goods("A1", "1", "11.90", "11.90", "19")
                .build());
    String masked = MASKING.apply(order).toString();
    assertThat(order.toString()).contains("eva@planted.example");
    assertThat(masked).contains("10023", "A1", "11.90").doesNotContain("eva@planted.example");
    for (String part : new String[] {"billTo", "shipTo"}) {
      for (String field : new String[] {"street", "city", "postalCode", "lastName"}) {
        String value = order.path(part).path(field).asString("");
        assertThat(value.isEmpty() || !masked.contains('"' + value + '"'))
            .as("%s.%s %s in %s", part, field, value, masked)
            .isTrue();
      }
    }
  }

  @Test
  void ofACustomerNothingButIds() {
    JsonNode customer =
        ModelJson.parse("{\"id\": \"c1\", \"displayName\": \"Eva\", \"number\": \"D100\"}");
    assertThat(Masking.of(true).apply(customer).toString())
        .contains("c1")
        .doesNotContain("Eva")
        .doesNotContain("D100");
  }
}
