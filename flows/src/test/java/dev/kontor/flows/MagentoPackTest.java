package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PaymentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pack of Magento and Business Central. */
class MagentoPackTest {

  private final Pack pack = Pack.magento();

  @Test
  void ordersGoOutWhenTheirMoneyIsCertainAndNobodyHoldsThem() {
    FlowConfig orders = pack.flow("orders");
    assertThat(pack.config.flows())
        .extracting(FlowConfig::name)
        .containsExactly(
            "customers",
            "orders",
            "order-reply",
            "payments",
            "refunds",
            "shipments",
            "stock",
            "products",
            "prices",
            "customer-changes",
            "customer-terms",
            "progress");
    assertThat(orders.poll()).isEqualTo(Duration.ofMinutes(1));
    assertThat(orders.conditions().paymentStates().get("*"))
        .containsExactlyInAnyOrder(PaymentState.AUTHORIZED, PaymentState.PAID);
    assertThat(orders.conditions().paymentStates().get("checkmo")).contains(PaymentState.OPEN);
    assertThat(orders.conditions().withoutTags())
        .containsExactlyInAnyOrder("holded", "payment_review", "fraud");
    assertThat(pack.flow("order-reply").kind()).isEqualTo(FlowKind.REPLY);
  }

  @Test
  void theErpsNumberReachesTheOrderAsCommentAndExternalId() {
    JsonNode reply =
        pack.write(
            "order-reply",
            ModelJson.parse(
                """
                {"orderId": "35", "erpNumber": "S-ORD101", "erpId": "b2", "connection": "erp"}
                """));
    assertThat(reply.path("comment").asString()).isEqualTo("ERP order S-ORD101");
    assertThat(reply.path("extOrderId").asString()).isEqualTo("S-ORD101");
  }

  @Test
  void stockIsToldWithWhatLiesAtEachLocation() {
    assertThat(pack.flow("stock").enabled()).isFalse();
    JsonNode stock =
        pack.write(
            "stock",
            ModelJson.parse(
                """
                {"sku": "ISO-59", "quantity": "12", "terms": [],
                 "locations": [{"location": "NORD", "quantity": "9"}]}
                """));
    assertThat(stock)
        .isEqualTo(
            ModelJson.parse(
                """
                {"sku": "ISO-59", "quantity": "12",
                 "locations": [{"location": "NORD", "quantity": "9"}]}
                """));
  }

  @Test
  void aShipmentOfTheErpIsToldWithItsPiecesAndTrackingNumbers() {
    assertThat(pack.flow("progress").enabled()).isFalse();
    JsonNode told =
        pack.write(
            "progress",
            ModelJson.parse(
                """
                {"kind": "SHIPPED", "orderId": "31", "orderNumber": "S-ORD101",
                 "state": "SHIPPED_PARTIALLY",
                 "shipment": {"number": "S-SHPT102", "shippedOn": "2026-11-21", "carrier": "DHL",
                              "service": null, "trackingCodes": ["0034"], "trackingUrl": null,
                              "lines": [{"sku": "STUHL-EI", "quantity": "3"}],
                              "deliveryNote": null, "location": "NORD"}}
                """));
    assertThat(told)
        .isEqualTo(
            ModelJson.parse(
                """
                {"kind": "SHIPPED", "orderId": "31", "erpState": "SHIPPED_PARTIALLY",
                 "shipment": {"number": "S-SHPT102", "carrier": "DHL", "location": "NORD",
                              "trackingCodes": ["0034"],
                              "lines": [{"sku": "STUHL-EI", "quantity": "3"}]}}
                """));
  }

  @Test
  void anInvoiceOfTheErpIsToldWithItsAmount() {
    JsonNode told =
        pack.write(
            "progress",
            ModelJson.parse(
                """
                {"kind": "INVOICED", "orderId": "31", "orderNumber": "S-ORD101",
                 "state": "COMPLETED",
                 "invoice": {"number": "103001", "issuedOn": "2026-11-21", "dueOn": null,
                             "currency": "EUR", "total": {"net": "100.00", "tax": "19.00",
                             "gross": "119.00"}, "remaining": "0.00", "cancelled": false,
                             "file": null}}
                """));
    assertThat(told.path("invoice"))
        .isEqualTo(
            ModelJson.parse(
                """
                {"number": "103001", "date": "2026-11-21", "currency": "EUR", "gross": "119.00"}
                """));
  }

  @Test
  void pricesAreToldByAudienceWithTaxAndWithout() {
    JsonNode told =
        pack.write(
            "prices",
            ModelJson.parse(
                """
                {"sku": "ISO-59", "parentSku": null, "asOf": "2026-11-21", "changesOn": null,
                 "sheets": [{"audience": {"kind": "CUSTOMER_GROUP", "code": "GH"},
                             "currency": "EUR", "taxRate": "19",
                             "breaks": [{"from": "5", "price": {"gross": "59.90", "net": "50.34",
                                         "tax": "9.56"}}]}],
                 "extra": {}}
                """));
    assertThat(told)
        .isEqualTo(
            ModelJson.parse(
                """
                {"sku": "ISO-59",
                 "sheets": [{"audience": "CUSTOMER_GROUP", "code": "GH", "currency": "EUR",
                             "breaks": [{"from": "5",
                                         "price": {"gross": "59.90", "net": "50.34"}}]}]}
                """));
  }

  @Test
  void anArticleIsToldWithItsTextsAndWhatItCosts() {
    assertThat(pack.flow("products").enabled()).isFalse();
    JsonNode told =
        pack.write(
            "products",
            ModelJson.parse(
                """
                {"id": "9b1c", "sku": "H-1", "name": "Hemd",
                 "texts": [{"language": "en-GB", "name": "Shirt", "description": "<p>Linen</p>"}],
                 "gtin": "4006381333931", "manufacturer": null, "unit": "STK", "weight": "0.25",
                 "taxGroup": "VOLL", "taxRate": "19", "unitPrice": "23.80", "currency": "EUR",
                 "priceIncludesTax": true, "blocked": true, "categories": [], "attributes": [],
                 "pictures": [], "variants": [], "extra": {}}
                """));
    assertThat(told)
        .isEqualTo(
            ModelJson.parse(
                """
                {"sku": "H-1", "name": "Hemd",
                 "texts": [{"language": "en-GB", "name": "Shirt", "description": "<p>Linen</p>"}],
                 "active": false, "gtin": "4006381333931", "weight": "0.25", "taxGroup": "VOLL",
                 "taxRate": "19",
                 "price": {"amount": "23.80", "currency": "EUR", "includesTax": true},
                 "categories": [], "properties": [], "media": [], "variants": []}
                """));
  }
}
