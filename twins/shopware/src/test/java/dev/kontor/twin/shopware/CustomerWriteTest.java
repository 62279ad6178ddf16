package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers written through the API, and what they do themselves. */
class CustomerWriteTest {
  private static final String ID = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeee01";
  private static final String ADDRESS = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeee02";
  private static final String GERMANY = "01a1fd5a73d672c3bbed694074c490fe";
  private static final String CUSTOMER =
      """
      {"id":"%s","groupId":"cccccccccccccccccccccccccccccc02","salesChannelId":"98432def39fc4624b33213a56b8c944d",
       "languageId":"2fbb5fe2e29a4d70aa5854ce7ce3e20b","defaultPaymentMethodId":"01a1fd5a745f722aada192442509371e",
       "customerNumber":"D-1","firstName":"Käthe","lastName":"Schröder","email":"einkauf@huette.example",
       "company":"Hütte GmbH","vatIds":["DE811234567"],"accountType":"business","password":"geheim-genug",
       "customFields":{"erp":"D-1"},"defaultShippingAddressId":"%s",
       "defaultBillingAddress":{"id":"%s","countryId":"%s","firstName":"Käthe","lastName":"Schröder",
         "street":"Bergweg 3","zipcode":"82481","city":"Mittenwald","company":"Hütte GmbH"}}
      """
          .formatted(ID, ADDRESS, ADDRESS, GERMANY);
  private final ManualClock clock = new ManualClock("2026-11-21T09:45:54.528Z");
  private ShopwareTwin twin;
  private ShopClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(clock));
    shop = ShopClient.admin(twin);
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private JsonNode truth() {
    return shop.get("/_twin/truth/customers").json().path(0);
  }

  private JsonNode read() {
    return shop.read("customer", ID, "{\"addresses\":{},\"group\":{}}");
  }

  @Test
  void aCompanyIsCreatedAndBuys() {
    assertThat(shop.upsert("customer", CUSTOMER).status()).isEqualTo(200);
    JsonNode customer = read();
    assertThat(customer.propertyNames())
        .containsAll(Fixtures.json("customers/b2b-vat.json").path("data").path(0).propertyNames());
    assertThat(customer.path("defaultBillingAddressId").asString()).isEqualTo(ADDRESS);
    assertThat(customer.path("addresses")).hasSize(1);
    assertThat(customer.path("updatedAt").isNull()).isTrue();
    JsonNode order =
        shop.post(
                "/_twin/shop/orders",
                "{\"customer\":{\"customerNumber\":\"D-1\"},\"lines\":[{\"productNumber\":\"AH-1007\",\"quantity\":2}]}")
            .json()
            .path("orders")
            .path(0);
    assertThat(order.path("taxStatus").asString()).isEqualTo("net");
    assertThat(order.path("customerNumber").asString()).isEqualTo("D-1");
    JsonNode billing =
        shop.order(order.path("id").asString(), "{\"billingAddress\":{}}").path("billingAddress");
    assertThat(billing.path("street").asString()).isEqualTo("Bergweg 3");
  }

  @Test
  void thePasswordIsNeverRead() {
    shop.upsert("customer", CUSTOMER);
    assertThat(truth().path("hasPassword").asBoolean()).isTrue();
    assertThat(read().toString()).doesNotContain("geheim", "password");
    assertThat(
            shop.post(
                    "/api/search/customer",
                    "{\"filter\":[{\"type\":\"equals\",\"field\":\"password\",\"value\":\"x\"}]}")
                .error()
                .path("code")
                .asString())
        .isEqualTo("FRAMEWORK__UNMAPPED_FIELD");
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    var reply =
        shop.upsert(
            "customer",
            "{\"firstName\":\"A\",\"email\":\"kein Postfach\",\"password\":\"kurz\",\"vatIds\":\"DE1\",\"orderCount\":3}");
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/p/0/groupId",
            "/p/0/defaultPaymentMethodId",
            "/p/0/salesChannelId",
            "/p/0/languageId",
            "/p/0/defaultBillingAddressId",
            "/p/0/defaultShippingAddressId",
            "/p/0/customerNumber",
            "/p/0/lastName",
            "/p/0/email",
            "/p/0/password",
            "/p/0/vatIds",
            "/p/0/orderCount");
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void sixSevenHasNoDefaultPaymentMethod() throws IOException {
    try (var fresh = ShopwareTwin.start(Options.demo().version(ShopVersion.V6_7))) {
      ShopClient other = ShopClient.admin(fresh);
      String without =
          CUSTOMER.replace("\"defaultPaymentMethodId\":\"01a1fd5a745f722aada192442509371e\",", "");
      assertThat(other.upsert("customer", without).status()).isEqualTo(200);
      assertThat(other.read("customer", ID, "{}").has("defaultPaymentMethodId")).isFalse();
      assertThat(shop.upsert("customer", without).status()).isEqualTo(400);
    }
  }

  @Test
  void theApiTakesAnEmailTwiceTheStorefrontDoesNot() {
    shop.upsert("customer", CUSTOMER);
    var again =
        shop.upsert(
            "customer",
            CUSTOMER
                .replace(ID, "eeeeeeeeeeeeeeeeeeeeeeeeeeeeee11")
                .replace(ADDRESS, "eeeeeeeeeeeeeeeeeeeeeeeeeeeeee12")
                .replace("D-1", "D-2"));
    assertThat(again.status()).isEqualTo(200);
    var refused = shop.post("/_twin/shop/customers", "{\"email\":\"einkauf@huette.example\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error().path("code").asString())
        .isEqualTo("VIOLATION::CUSTOMER_EMAIL_NOT_UNIQUE");
  }

  @Test
  void guestsAndAccountsOfOtherChannelsDoNotTakeAnEmail() {
    shop.post(
        "/_twin/shop/orders",
        "{\"customer\":{\"email\":\"a@kunde.example\"},\"lines\":[{\"productNumber\":\"AH-1007\"}]}");
    String registration = "{\"email\":\"a@kunde.example\",\"bound\":true}";
    assertThat(shop.post("/_twin/shop/customers", registration).status()).isEqualTo(201);
    assertThat(shop.post("/_twin/shop/customers", registration).status()).isEqualTo(400);
  }

  @Test
  void anAddressIsItsOwnRow() {
    shop.upsert("customer", CUSTOMER);
    clock.advance(Duration.ofSeconds(5));
    shop.post(
        "/_twin/shop/customers/" + ID + "/address", "{\"street\":\"Talweg 1\",\"country\":\"AT\"}");
    assertThat(read().path("updatedAt").isNull()).isTrue();
    assertThat(read().path("addresses").path(0).path("updatedAt").asString())
        .isEqualTo("2026-11-21T09:45:59.528+00:00");
    JsonNode address = truth().path("addresses").path(0);
    assertThat(address.path("street").asString()).isEqualTo("Talweg 1");
    assertThat(address.path("country").asString()).isEqualTo("AT");
    shop.post(
        "/_twin/shop/customers/" + ID + "/address",
        "{\"add\":true,\"default\":\"shipping\",\"street\":\"Lager 9\"}");
    assertThat(read().path("updatedAt").isNull()).isFalse();
    assertThat(truth().path("addresses").path(1).path("shipping").asBoolean()).isTrue();
    JsonNode order =
        shop.post(
                "/_twin/shop/orders",
                "{\"customer\":{\"id\":\""
                    + ID
                    + "\"},\"lines\":[{\"productNumber\":\"AH-1007\"}]}")
            .json()
            .path("orders")
            .path(0);
    JsonNode delivery =
        shop.order(
                order.path("id").asString(),
                "{\"deliveries\":{\"associations\":{\"shippingOrderAddress\":{}}}}")
            .path("deliveries")
            .path(0);
    assertThat(delivery.path("shippingOrderAddress").path("street").asString())
        .isEqualTo("Lager 9");
  }

  @Test
  void deletingAnAddressLeavesTheCustomer() {
    shop.upsert("customer", CUSTOMER);
    assertThat(shop.send("DELETE", "/api/customer-address/" + ADDRESS, null).status())
        .isEqualTo(204);
    assertThat(read().path("addresses")).isEmpty();
    assertThat(shop.send("DELETE", "/api/customer/" + ID, null).status()).isEqualTo(204);
  }

  @Test
  void aCustomerChangesHisProfileAndAHubHisGroup() {
    shop.upsert("customer", CUSTOMER);
    shop.post("/_twin/shop/customers/" + ID + "/profile", "{\"vatIds\":[\"DE999999999\"]}");
    shop.send(
        "PATCH",
        "/api/customer/" + ID,
        "{\"groupId\":\"cfbd5018d38d41d8adca10d94fc8bdd6\",\"customFields\":{\"limit\":500},\"tags\":[{\"name\":\"Stamm\"}]}");
    JsonNode customer = truth();
    assertThat(customer.path("vatIds").toString()).isEqualTo("[\"DE999999999\"]");
    assertThat(customer.path("group").asString()).isEqualTo("Standard-Kundengruppe");
    assertThat(customer.path("customFields").toString())
        .isEqualTo("{\"erp\":\"D-1\",\"limit\":500}");
    assertThat(customer.path("tags").toString()).isEqualTo("[\"Stamm\"]");
    assertThat(
            shop.delete("customer_group", "{\"id\":\"cfbd5018d38d41d8adca10d94fc8bdd6\"}").status())
        .isEqualTo(409);
  }
}
