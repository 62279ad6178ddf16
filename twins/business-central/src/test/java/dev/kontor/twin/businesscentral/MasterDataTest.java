package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MasterDataTest extends TwinTest {
  @Test
  void newCustomersGetTheirGroupsFromTheTemplateOfTheirCountry() throws Exception {
    JsonNode french =
        client.post(
            "customers", "{\"displayName\":\"Zoé\",\"country\":\"FR\",\"email\":\"z@example.fr\"}");
    assertThat(french.path("number").asString()).isEqualTo("D10001");
    assertThat(french.path("taxAreaDisplayName").asString()).isEqualTo("Privatkunden Frankreich");
    JsonNode order =
        client.post(
            "salesOrders?$expand=salesOrderLines",
            "{\"customerId\":\"%s\",\"salesOrderLines\":[{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}]}"
                .formatted(french.path("id").asString()));
    assertThat(order.path("salesOrderLines").path(0).path("taxPercent").decimalValue())
        .isEqualByComparingTo("20");
  }

  @Test
  void withoutTemplatesACustomerCannotOrder() throws Exception {
    setup("{\"templates\":[]}");
    client.post("customers", "{\"displayName\":\"A\",\"number\":\"N1\"}");
    assertThat(client.refused("POST", "salesOrders", "{\"customerNumber\":\"N1\"}"))
        .startsWith(
            "400 Application_FieldValidationException: Gen. Bus. Posting Group must have a value");
  }

  @Test
  void aTaxAreaSetsTheVatBusinessGroup() throws Exception {
    String area = client.id("taxAreas", "code", "EXPORT");
    String customer = client.id("customers", "number", "10000");
    client.patch("customers(" + customer + ")", "{\"taxAreaId\":\"" + area + "\"}");
    JsonNode truth = client.get("/_twin/truth/customers").path("customers");
    assertThat(
            truth
                .valueStream()
                .filter(c -> c.path("number").asString().equals("10000"))
                .findFirst()
                .orElseThrow()
                .path("vatBusinessGroup")
                .asString())
        .isEqualTo("EXPORT");
  }

  @Test
  void badCustomersAreRefused() throws Exception {
    assertThat(client.refused("POST", "customers", "{}"))
        .startsWith("400 BadRequest_RequiredParamNotProvided: A \"displayName\"");
    assertThat(client.refused("POST", "customers", "{\"displayName\":\" \"}"))
        .contains("The blank \"displayName\" is not allowed.");
    assertThat(client.refused("POST", "customers", "{\"displayName\":\"A\",\"number\":\"WEB\"}"))
        .startsWith("409 Internal_EntityWithSameKeyExists");
    assertThat(client.refused("POST", "customers", "{\"displayName\":\"A\",\"country\":\"XX\"}"))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(client.refused("POST", "customers", "{\"displayName\":\"A\",\"balanceDue\":1}"))
        .startsWith("400 BadRequest_InvalidOperation");
    assertThat(
            client.refused(
                "POST", "customers", "{\"displayName\":\"A\",\"phoneNumber\":\"040 abc\"}"))
        .startsWith("400 Application_FieldValidationException: Phone No. must not contain letters");
    assertThat(
            client.refused("POST", "customers", "{\"displayName\":\"A\",\"email\":\"a.example\"}"))
        .startsWith("400 Application_DialogException: The email address");
  }

  @Test
  void stockIsTheLedgersSumAndDoesNotTouchTheItem() throws Exception {
    String path = "items(" + client.id("items", "number", "1000") + ")";
    JsonNode before = client.get(path);
    assertThat(before.path("inventory").decimalValue()).isEqualByComparingTo("128");
    twin.moveStock("1000", "OUTLET", new java.math.BigDecimal("-3"));
    JsonNode after = client.get(path);
    assertThat(after.path("inventory").decimalValue()).isEqualByComparingTo("125");
    assertThat(after.path("lastModifiedDateTime")).isEqualTo(before.path("lastModifiedDateTime"));
    assertThat(after.path("@odata.etag")).isEqualTo(before.path("@odata.etag"));
  }

  @Test
  void writingInventoryPostsAnAdjustment() throws Exception {
    String path = "items(" + client.id("items", "number", "1004") + ")";
    assertThat(client.patch(path, "{\"inventory\":4}").path("inventory").decimalValue())
        .isEqualByComparingTo("4");
    JsonNode entry =
        client
            .get("itemLedgerEntries?$filter=itemNumber eq '1004'&$orderby=entryNumber desc&$top=1")
            .path("value")
            .path(0);
    assertThat(entry.path("quantity").decimalValue()).isEqualByComparingTo("-2");
    assertThat(entry.path("entryType").asString()).isEqualTo("Negative_x0020_Adjmt_x002E_");
    assertThat(entry.path("documentNumber").asString()).isEqualTo("1004");
    assertThat(client.refused("POST", "items", "{\"number\":\"X\",\"inventory\":1}"))
        .startsWith(
            "400 Application_DialogException: Inventory cannot be changed during on insert.");
  }

  @Test
  void stockPerLocationNeedsTheAnalyticsApi() throws Exception {
    assertThat(client.get("itemLedgerEntries?$top=1").path("value").path(0).has("locationCode"))
        .isFalse();
    String analytics =
        twin.apiUri().getPath().replace("/api/v2.0", "/api/microsoft/analytics/v1.0/companies(")
            + twin.companyId()
            + ")/itemLedgerEntries";
    JsonNode rows =
        client
            .get(analytics + "?$filter=itemNo eq '1000' and locationCode eq 'OUTLET'")
            .path("value");
    assertThat(rows.path(0).path("remainingQuantity").decimalValue()).isEqualByComparingTo("8");
    assertThat(rows.path(0).has("variantCode")).isFalse();
  }

  @Test
  void controlsMoveStockAndReportIt() throws Exception {
    String body = "{\"itemNumber\":\"1003\",\"locationCode\":\"OUTLET\",\"quantity\":5}";
    assertThat(client.send("POST", "/_twin/stock", body).statusCode()).isEqualTo(204);
    JsonNode stock = client.get("/_twin/truth/stock").path("stock");
    assertThat(
            stock
                .valueStream()
                .filter(
                    s ->
                        s.path("itemNumber").asString().equals("1003")
                            && s.path("locationCode").asString().equals("OUTLET"))
                .findFirst()
                .orElseThrow()
                .path("quantity")
                .decimalValue())
        .isEqualByComparingTo("7");
    assertThat(client.refused("POST", "/_twin/stock", "{\"itemNumber\":\"9\",\"quantity\":5}"))
        .startsWith("404 Internal_RecordNotFound");
  }

  @Test
  void aJournalIsPostedWholeOrNotAtAllAndReadInOrder() throws Exception {
    String newest = "itemLedgerEntries?$orderby=entryNumber desc&$top=1";
    long last = client.get(newest).path("value").path(0).path("entryNumber").asLong();
    String good = "{\"itemNumber\":\"1003\",\"quantity\":5}";
    String bad = "{\"itemNumber\":\"9\",\"quantity\":5}";
    assertThat(client.refused("POST", "/_twin/stock", "[" + good + "," + bad + "]"))
        .startsWith("404 Internal_RecordNotFound");
    assertThat(client.get(newest).path("value").path(0).path("entryNumber").asLong())
        .isEqualTo(last);
    assertThat(client.send("POST", "/_twin/stock", "[" + good + "," + good + "]").statusCode())
        .isEqualTo(204);
    JsonNode entries =
        client.get(
            "itemLedgerEntries?$filter=entryNumber gt " + (last - 1) + "&$orderby=entryNumber");
    assertThat(entries.path("value").valueStream().map(e -> e.path("entryNumber").asLong()))
        .hasSize(3)
        .isSorted();
  }

  @Test
  void operationsOfABatchAreCountedBesideTheCall() throws Exception {
    twin.server().calls().reset();
    client.send(
        "POST",
        twin.apiUri() + "/$batch",
        """
        {"requests":[
          {"id":"1","method":"GET","url":"companies(%1$s)/items"},
          {"id":"2","method":"GET","url":"companies(%1$s)/customers"}]}
        """
            .formatted(twin.companyId()));
    JsonNode counted = twin.server().calls().json();
    assertThat(counted.path("total").asInt()).isEqualTo(1);
    assertThat(
            counted.path("operations").valueStream().mapToInt(o -> o.path("count").asInt()).sum())
        .isEqualTo(2);
  }

  @Test
  void setupNeedsCodesInUpperCaseAndKnownReferences() throws Exception {
    assertThat(client.refused("POST", "/_twin/setup", "{\"items\":[{\"number\":\"a1\"}]}"))
        .contains("The number 'a1' in items must be upper case");
    assertThat(
            client.refused(
                "POST",
                "/_twin/setup",
                "{\"items\":[{\"number\":\"A1\",\"vatProductGroup\":\"VAT99\"}]}"))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(client.id("items", "number", "A1")).isEmpty();
  }

  @Test
  void variantsAndReferencesAreReached() throws Exception {
    JsonNode item =
        client
            .get("items?$filter=number eq '1001'&$expand=itemVariants,unitOfMeasure")
            .path("value")
            .path(0);
    assertThat(item.path("itemVariants")).hasSize(2);
    assertThat(item.path("unitOfMeasure").path("code").asString()).isEqualTo("PCS");
    assertThat(
            client
                .get("dimensions?$expand=dimensionValues")
                .path("value")
                .path(0)
                .path("dimensionValues"))
        .hasSize(2);
    assertThat(client.refused("POST", "accounts", "{\"number\":\"1\"}"))
        .startsWith("405 BadRequest_MethodNotAllowed");
  }

  @Test
  void aChangeOfNothingLeavesTheStamp() throws Exception {
    String path = "items(" + client.id("items", "number", "1000") + ")";
    JsonNode before = client.get(path);
    client.patch(path, "{\"displayName\":\"Leinenhemd weiß\"}");
    assertThat(client.get(path)).isEqualTo(before);
  }
}
