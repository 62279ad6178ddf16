package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The companion app's pages, where it is installed and where not. */
class CompanionTest extends TwinTest {
  private final ManualClock clock = new ManualClock("2026-03-15T08:00:00Z");

  @Override
  Options options() {
    return Options.quick().clocked(clock).withCompanion();
  }

  @Test
  void withoutTheAppItsRouteDoesNotExist() throws Exception {
    try (BusinessCentralTwin bare = BusinessCentralTwin.start(Options.quick())) {
      Client visitor = new Client(bare);
      String pages = bare.companionUri() + "/companies(" + bare.companyId() + ")/itemDetails";
      assertThat(visitor.refused("GET", pages, "")).startsWith("404 BadRequest_ResourceNotFound");
      assertThat(visitor.send("GET", bare.companionUri() + "/$metadata", "").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void theOldPriceTablesAreThereOnlyWhileTheyHold() throws Exception {
    assertThat(metadata(twin, client))
        .contains("priceListLines", "<Action Name=\"release\" IsBound=\"true\">")
        .contains("<Parameter Name=\"postingDate\" Type=\"Edm.Date\"/>")
        .doesNotContain("legacySales");
    assertThat(first(companion("pricingSetups")).path("salesPricesEnabled").asBoolean()).isTrue();
    try (BusinessCentralTwin old =
        BusinessCentralTwin.start(Options.quick().withCompanion().withLegacyPrices())) {
      Client visitor = new Client(old);
      assertThat(metadata(old, visitor)).contains("legacySalesPrices", "legacySalesLineDiscounts");
      JsonNode setups =
          visitor.get(old.companionUri() + "/companies(" + old.companyId() + ")/pricingSetups");
      assertThat(setups.path("value").path(0).path("salesPricesEnabled").asBoolean(true)).isFalse();
    }
  }

  private static String metadata(BusinessCentralTwin of, Client visitor)
      throws IOException, InterruptedException {
    return visitor.send("GET", of.companionUri() + "/$metadata", "").body();
  }

  @Test
  void detailsAreTheSameRowsAsTheItems() throws Exception {
    setup("{\"items\":[{\"number\":\"1000\",\"salesBlocked\":true,\"netWeight\":0.4}]}");
    JsonNode detail = first(companion("itemDetails?$filter=number eq '1000'"));
    assertThat(text(detail, "id")).isEqualTo(client.id("items", "number", "1000"));
    assertThat(text(detail, "vatProductPostingGroup")).isEqualTo("VAT19");
    assertThat(detail.path("salesBlocked").asBoolean()).isTrue();
    assertThat(detail.path("allowInvoiceDiscount").asBoolean()).isTrue();
    assertThat(text(detail, "reserve")).isEqualTo("Optional");
    assertThat(client.refused("POST", companion("itemDetails"), "{}"))
        .startsWith("405 BadRequest_MethodNotAllowed");
    String item = "items(" + text(detail, "id") + ")";
    assertThat(
            client.refused(
                "POST",
                "salesOrders",
                "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\"}]}"))
        .contains("You cannot sell Item 1000 because the Sales Blocked check box is selected");
    assertThat(client.patch(item, "{\"displayName2\":\"fein\"}").path("displayName2").asString())
        .isEqualTo("fein");
    assertThat(text(first(companion("itemDetails?$filter=number eq '1000'")), "description2"))
        .isEqualTo("fein");
  }

  @Test
  void whatHangsOnAnItemDoesNotTouchIt() throws Exception {
    JsonNode before = first("items?$filter=number eq '1000'");
    clock.advance(Duration.ofMinutes(5));
    setup(
        """
        {"priceListLines":[{"priceListCode":"VK","lineNumber":10000,"sourceType":"Customer Disc. Group","sourceNumber":"GROSS","assetNumber":"1000","lineDiscountPercent":10}],
         "itemTranslations":[{"itemNumber":"1000","languageCode":"ENU","languageTag":"en-US","description":"Linen shirt"}],
         "itemTexts":[{"itemNumber":"1000","kind":"Marketing","text":"Kühl im Sommer"}],
         "itemReferences":[{"itemNumber":"1000","referenceType":"Bar Code","referenceNumber":"4012345000016"}],
         "itemAttributeValues":[{"itemNumber":"1000","attributeId":1,"attributeName":"Stoff","attributeType":"Option","valueId":7,"value":"Leinen"}],
         "itemAttributeTranslations":[{"attributeId":1,"valueId":7,"languageCode":"ENU","languageTag":"en-US","name":"linen"}],
         "itemUnitsOfMeasure":[{"itemNumber":"1000","code":"BOX","quantityPerUnitOfMeasure":12,"weight":5}]}""");
    assertThat(text(first(companion("priceListLines")), "sourceType"))
        .isEqualTo("Customer_x0020_Disc_x002E__x0020_Group");
    assertThat(text(first(companion("priceListLines")), "amountType")).isEqualTo("Discount");
    assertThat(text(first(companion("itemTranslations")), "description")).isEqualTo("Linen shirt");
    assertThat(text(first(companion("itemTexts?$filter=kind eq 'Marketing'")), "text"))
        .isEqualTo("Kühl im Sommer");
    assertThat(text(first(companion("itemReferences")), "referenceType"))
        .isEqualTo("Bar_x0020_Code");
    assertThat(text(first(companion("itemAttributeValues")), "value")).isEqualTo("Leinen");
    assertThat(text(first(companion("itemAttributeTranslations")), "name")).isEqualTo("linen");
    assertThat(
            number(
                first(
                    companion("itemUnitsOfMeasure?$filter=itemNumber eq '1000' and code eq 'BOX'")),
                "quantityPerUnitOfMeasure"))
        .isEqualByComparingTo("12");
    assertThat(first("items?$filter=number eq '1000'")).isEqualTo(before);
    assertThat(text(first(companion("itemTexts")), "lastModifiedDateTime"))
        .isEqualTo("2026-03-15T08:05:00Z");
    setup("{\"itemTexts\":[{\"itemNumber\":\"1000\",\"kind\":\"Marketing\",\"remove\":true}]}");
    assertThat(client.get(companion("itemTexts")).path("value")).isEmpty();
    assertThat(
            client.refused(
                "POST",
                "/_twin/setup",
                "{\"itemTexts\":[{\"itemNumber\":\"1\",\"kind\":\"Poem\"}]}"))
        .contains("The kind 'Poem' in itemTexts must be one of");
  }

  @Test
  void categoriesHaveParentsAndVatGroupsTheirRates() throws Exception {
    setup(
        "{\"itemCategories\":[{\"code\":\"TOPS\",\"displayName\":\"Oberteile\"},{\"code\":\"SHIRTS\",\"parentCode\":\"TOPS\"}]}");
    JsonNode shirts = first(companion("itemCategoryNodes?$filter=code eq 'SHIRTS'"));
    assertThat(text(shirts, "parentCode")).isEqualTo("TOPS");
    assertThat(shirts.path("indentation").asInt()).isEqualTo(1);
    JsonNode reverse =
        first(
            companion(
                "vatPostingSetups?$filter=vatBusinessPostingGroup eq 'EU' and vatProductPostingGroup eq 'VAT19'"));
    assertThat(text(reverse, "vatCalculationType")).isEqualTo("Reverse_x0020_Charge_x0020_VAT");
    assertThat(number(reverse, "vatPercent")).isEqualByComparingTo("19");
    assertThat(client.get(companion("vatPostingSetups(" + text(reverse, "id") + ")")).path("id"))
        .isEqualTo(reverse.path("id"));
  }

  @Test
  void customersGetGroupsAndAddresses() throws Exception {
    String id = client.id("customers", "number", "10000");
    String detail = companion("customerDetails(" + id + ")");
    JsonNode changed =
        client.patch(
            detail, "{\"customerPriceGroup\":\"gross\",\"vatBusinessPostingGroup\":\"EXPORT\"}");
    assertThat(text(changed, "customerPriceGroup")).isEqualTo("GROSS");
    assertThat(text(client.get("customers(" + id + ")"), "taxAreaId"))
        .isEqualTo(client.id("taxAreas", "code", "EXPORT"));
    assertThat(client.refused("PATCH", detail, "{\"locationCode\":\"MOON\"}", "If-Match", "*"))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(client.refused("DELETE", detail, "", "If-Match", "*")).startsWith("405");
    assertThat(client.refused("PATCH", detail, "{\"balance\":1}", "If-Match", "*"))
        .startsWith("400 BadRequest_InvalidOperation");
    String address = "{\"customerNumber\":\"10000\",\"code\":\"LAGER\",\"name\":\"Lager\"}";
    client.post(companion("shipToAddresses"), address);
    assertThat(client.refused("POST", companion("shipToAddresses"), address))
        .startsWith("409 Internal_EntityWithSameKeyExists");
    assertThat(
            client.refused("POST", companion("shipToAddresses"), address.replace("10000", "NONE")))
        .startsWith("400 Internal_InvalidTableRelation");
  }

  @Test
  void keysStayAsTheyAre() throws Exception {
    String customer = "customers(" + client.id("customers", "number", "10000") + ")";
    assertThat(client.refused("PATCH", customer, "{\"number\":\"X\"}", "If-Match", "*"))
        .contains("The twin does not rename: \"number\" of Customer stays '10000'.");
    String unit = "unitsOfMeasure(" + client.id("unitsOfMeasure", "code", "PCS") + ")";
    assertThat(client.refused("PATCH", unit, "{\"code\":\"X\"}", "If-Match", "*"))
        .contains("\"code\" of Unit of Measure stays");
    assertThat(text(client.patch(unit, "{\"code\":\"PCS\",\"symbol\":\"St\"}"), "symbol"))
        .isEqualTo("St");
  }

  @Test
  void optionsOfVariantsAreWrittenOnce() throws Exception {
    String option =
        "{\"itemNumber\":\"1001\",\"variantCode\":\"BLAU-M\",\"position\":1,\"optionName\":\"Farbe\",\"optionValue\":\"blau\"}";
    client.post(companion("itemVariantOptions"), option);
    assertThat(client.refused("POST", companion("itemVariantOptions"), option))
        .startsWith("409 Internal_EntityWithSameKeyExists");
    assertThat(
            client.refused(
                "POST", companion("itemVariantOptions"), option.replace("BLAU-M", "GELB")))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(
            client.refused("POST", companion("itemVariantOptions"), option.replace(":1,", ":0,")))
        .startsWith("400 Application_FieldValidationException: Position");
  }
}
