package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading: companies, filters, pages, keys and the forms of values. */
final class QueryTest {
  private static FinanceOperationsTwin twin;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    twin = FinanceOperationsTwin.start(Options.quick());
    client = new Client(twin);
  }

  @AfterAll
  static void stop() {
    client.close();
    twin.close();
  }

  @AfterEach
  void asItWas() {
    twin.control().set(Json.object().put("pageSize", 10_000).put("maxPageSize", true));
  }

  private static List<String> items(String query) {
    return client
        .get("ReleasedProductsV2?" + query)
        .path("value")
        .valueStream()
        .map(row -> row.path("ItemNumber").asString())
        .toList();
  }

  @Test
  void withoutCrossCompanyOnlyTheOwnCompanyIsMet() {
    assertThat(items("$filter=dataAreaId eq 'usmf'")).isEmpty();
    assertThat(items("cross-company=true&$filter=dataAreaId eq 'usmf'"))
        .containsExactly("AH-1000", "AH-1003");
    String key = "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')";
    assertThat(client.refused("GET", key, "")).startsWith("404 ");
    assertThat(client.get(key + "?cross-company=true").path("OrganizationName").asString())
        .isEqualTo("Contoso Retail");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = (char) 34,
      delimiter = '|',
      value = {
        "SalesPrice gt 50 and SalesPrice le 83.95|AH-1004",
        "SalesPrice ge 500|AH-1005",
        "not (SalesPrice lt 500)|AH-1005",
        "ProductSearchName eq '*leder*'|AH-1003",
        "ItemNumber eq 'ah-1002' or SalesPrice eq 4.12|AH-1002,AH-9000",
        "ProductSubType eq"
            + " Microsoft.Dynamics.DataEntities.EcoResProductSubtype'ProductMaster'|AH-1001,AH-1010",
        "SalesPriceDate eq 1900-01-01T00:00:00Z and ItemNumber eq 'AH-1000'|AH-1000",
        "ItemNumber eq 'AH-1000' and SearchName ne null|AH-1000",
      })
  void filters(String filter, String expected) {
    assertThat(String.join(",", items("$filter=" + filter))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ItemNumber in ('AH-1000')",
        "contains(ItemNumber,'AH')",
        "Nonsense eq 'x'",
        "ProductSubType eq 'ProductMaster'",
        "ProductSubType eq Microsoft.Dynamics.DataEntities.EcoResProductSubtype'Nonsense'",
        "ProductSubType eq Microsoft.Dynamics.DataEntities.NoYes'Yes'",
        "ProductSubType gt Microsoft.Dynamics.DataEntities.EcoResProductSubtype'Product'",
        "SalesPrice eq '50'",
        "SalesPriceDate eq 1900-01-01",
        "ItemNumber eq AH",
        "ItemNumber eq 'AH-1000' and",
      })
  void refusedFilters(String filter) {
    assertThat(client.refused("GET", "ReleasedProductsV2?$filter=" + filter, ""))
        .startsWith("400 The query specified in the URI is not valid.");
  }

  @Test
  void pagesFollowTheNextLink() {
    twin.control().set(Json.object().put("pageSize", 3));
    JsonNode first = client.get("ReleasedProductsV2?$count=true&$select=ItemNumber&$top=7");
    assertThat(first.path("@odata.count").asInt()).isEqualTo(10);
    assertThat(first.path("value").size()).isEqualTo(3);
    JsonNode second = client.get(first.path("@odata.nextLink").asString());
    JsonNode third = client.get(second.path("@odata.nextLink").asString());
    assertThat(third.path("value").size()).isEqualTo(1);
    assertThat(third.path("value").path(0).path("ItemNumber").asString()).isEqualTo("AH-2000");
    assertThat(third.has("@odata.nextLink")).isFalse();
  }

  @Test
  void aPreferredPageSizeIsFollowedWhereItIsSwitchedOn() {
    String[] prefer = {"Prefer", "odata.maxpagesize=2"};
    assertThat(client.get("ReleasedProductsV2", prefer).path("value").size()).isEqualTo(2);
    twin.control().set(Json.object().put("maxPageSize", false));
    assertThat(client.get("ReleasedProductsV2", prefer).path("value").size()).isEqualTo(10);
  }

  @Test
  void orderSelectionSkipAndCount() {
    JsonNode rows =
        client
            .get("ReleasedProductsV2?$orderby=SalesPrice desc&$select=ItemNumber&$top=1&$skip=1")
            .path("value");
    assertThat(rows.path(0).path("ItemNumber").asString()).isEqualTo("AH-1010");
    assertThat(rows.path(0).propertyNames()).containsExactly("@odata.etag", "ItemNumber");
    assertThat(client.send("GET", "ReleasedProductsV2/$count", null).text()).isEqualTo("10");
    assertThat(client.refused("GET", "ReleasedProductsV2?$select=Nope", "")).startsWith("400");
    assertThat(client.refused("GET", "ReleasedProductsV2?$search=x", "")).startsWith("400");
  }

  @Test
  void allKeysAreNeededAndEmptyOnesCount() {
    assertThat(client.refused("GET", "ReleasedProductsV2(ItemNumber='AH-1000')", ""))
        .startsWith("400 The number of keys");
    String variant =
        "ReleasedProductVariantsV2(dataAreaId='demf',ProductMasterNumber='AH-1001',"
            + "ProductConfigurationId='',ProductSizeId='M',ProductColorId='BLAU',"
            + "ProductStyleId='',ProductVersionId='')";
    assertThat(client.get(variant).path("ProductVariantNumber").asString())
        .isEqualTo("AH-1001-BLAU-M");
    assertThat(client.get("LegalEntities('usmf')").path("Name").asString())
        .isEqualTo("Kontor USA Inc.");
  }

  @Test
  void valuesHaveTheFormsOfTheSystem() {
    JsonNode row = client.get("ReleasedProductsV2(dataAreaId='demf',ItemNumber='AH-1001')");
    assertThat(row.path("SalesPrice").isNumber()).isTrue();
    assertThat(row.path("SalesPrice").decimalValue()).isEqualByComparingTo("42.01");
    assertThat(row.path("SalesPriceDate").asString()).isEqualTo("1900-01-01T12:00:00Z");
    assertThat(row.path("IsPhantom").asString()).isEqualTo("No");
    assertThat(row.path("BuyerGroupId").asString("null")).isEmpty();
    assertThat(row.path("ProductSubType").asString()).isEqualTo("ProductMaster");
  }

  @Test
  void stockIsToldForMovedGoodsOnly() {
    assertThat(client.rows("WarehousesOnHandV2", "ItemNumber eq 'AH-2000'")).isEmpty();
    JsonNode row =
        client
            .rows("WarehousesOnHandV2", "ItemNumber eq 'AH-1003' and InventoryWarehouseId eq '21'")
            .path(0);
    assertThat(row.path("AvailableOnHandQuantity").decimalValue()).isEqualByComparingTo("2");
    assertThat(client.refused("POST", "WarehousesOnHandV2", "{}")).startsWith("405 ");
  }
}
