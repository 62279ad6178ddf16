package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What shared catalogues hold, who may buy it, and at which prices. */
class AssortmentTest {
  private static final int PUBLIC = 1;
  private static final int WHOLESALE = 2;

  private Trade trade;
  private int catalogue;

  @BeforeEach
  void start() throws IOException {
    trade = new Trade();
    catalogue = trade.catalogue("Outdoor");
  }

  @AfterEach
  void stop() {
    trade.close();
  }

  private String path(String action) {
    return "sharedCatalog/" + catalogue + "/" + action;
  }

  private JsonNode products() {
    return trade.shelf.get(path("products"));
  }

  @Test
  void productsComeAndGo() {
    trade.assign(catalogue, "iso-59", "KOCHER-F1", "ISO-59");
    assertThat(products().toString()).isEqualTo("[\"KOCHER-F1\",\"ISO-59\"]");
    assertThat(trade.truth(catalogue).path("products")).isEqualTo(products());
    String unknown = "{'products':[{'sku':'GAS-230'},{'sku':'GIBTS-NICHT'}]}";
    assertThat(trade.shelf.refused("POST", path("assignProducts"), unknown))
        .isEqualTo("404 No such entity with sku = GIBTS-NICHT");
    assertThat(products().size()).as("nothing of a refused request").isEqualTo(2);
    trade.unassign(catalogue, "KOCHER-F1", "GAS-230");
    assertThat(products().toString()).isEqualTo("[\"ISO-59\"]");
    trade.shelf.ok("DELETE", "products/ISO-59", "");
    assertThat(products()).isEmpty();
    String field = "{'products':[{'sku':'GAS-230','lager_platz':1}]}";
    assertThat(trade.shelf.refused("POST", path("assignProducts"), field))
        .startsWith("400 \"LagerPlatz\" is not supported.");
    assertThat(trade.shelf.refused("POST", path("assignProducts"), "{'products':[{}]}"))
        .startsWith("400 \"sku\" is required.");
    assertThat(trade.shelf.refused("POST", "sharedCatalog/9/assignProducts", "{'products':[]}"))
        .isEqualTo("404 No such entity with id = 9");
  }

  @Test
  void productsComeInBulk() {
    Reply accepted =
        trade.shelf.client.post(
            "/rest/all/async/bulk/V1/sharedCatalog/byId/assignProducts",
            "[{\"id\":%d,\"products\":[{\"sku\":\"ISO-59\"}]}]".formatted(catalogue));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    trade.shelf.client.post("/_twin/shop/consumer", "{}");
    assertThat(products().toString()).isEqualTo("[\"ISO-59\"]");
  }

  @Test
  void aCompanyBuysWhatItsCatalogueHolds() {
    int company = trade.company(1, WHOLESALE);
    assertThat(trade.sells(1, "ISO-59")).as("of everything without a catalogue").isTrue();
    trade.companies(catalogue, "assignCompanies", company);
    assertThat(trade.sells(1, "ISO-59")).isFalse();
    trade.assign(catalogue, "ISO-59");
    assertThat(trade.sells(1, "ISO-59")).isTrue();
    assertThat(trade.sells(1, "KOCHER-F1")).isFalse();
    assertThat(trade.sells(2, "KOCHER-F1")).as("who has no company").isTrue();
    Reply quote =
        trade.shelf.client.post(
            "/_twin/shop/quotes", "{\"customer\":{\"id\":1},\"lines\":[{\"sku\":\"KOCHER-F1\"}]}");
    assertThat(quote.status()).isEqualTo(400);
    assertThat(quote.text()).contains("is not in the shared catalogue Outdoor");
  }

  @Test
  void aVariantAndABundleNeedAllTheyConsistOf() {
    trade.companies(catalogue, "assignCompanies", trade.company(1, WHOLESALE));
    trade.assign(catalogue, "JACKE-TAN-M", "SET-GARTEN", "TISCH-180");
    assertThat(trade.sells(1, "JACKE-TAN-M")).isFalse();
    assertThat(trade.sells(1, "SET-GARTEN")).isFalse();
    trade.assign(catalogue, "JACKE", "STUHL-EI");
    assertThat(trade.sells(1, "JACKE-TAN-M")).isTrue();
    assertThat(trade.sells(1, "JACKE-TAN-L")).isFalse();
    assertThat(trade.sells(1, "SET-GARTEN")).isTrue();
  }

  @Test
  void thePublicOneHoldsWhatIsNotTakenOut() {
    trade.unassign(PUBLIC, "KOCHER-F1");
    assertThat(trade.sells(2, "KOCHER-F1")).isFalse();
    trade.shelf.product("NEU-1", "");
    assertThat(trade.truth(PUBLIC).path("products").toString()).contains("\"NEU-1\"");
    trade.shelf.client.send("PUT", "/_twin/shop/public-catalogue", "{\"on\":false}");
    trade.shelf.product("NEU-2", "");
    assertThat(trade.truth(PUBLIC).path("products").toString())
        .contains("\"NEU-1\"")
        .doesNotContain("\"NEU-2\"", "\"KOCHER-F1\"");
    trade.assign(PUBLIC, "KOCHER-F1");
    assertThat(trade.sells(2, "KOCHER-F1")).isTrue();
  }

  @Test
  void categoriesBringNoProductsAndTakeTheirsAway() {
    int garden = category("Garten");
    int chairs = category("Stühle");
    link("STUHL-EI", garden, chairs);
    link("BANK-150", garden);
    trade.assign(catalogue, "STUHL-EI");
    assertThat(trade.shelf.get(path("categories")).toString())
        .as("a product's categories come with it")
        .isEqualTo("[" + garden + "," + chairs + "]");
    categories("assignCategories", garden);
    assertThat(products().toString()).isEqualTo("[\"STUHL-EI\"]");
    trade.assign(catalogue, "BANK-150");
    categories("unassignCategories", garden);
    assertThat(products().toString()).isEqualTo("[\"STUHL-EI\"]");
    assertThat(trade.truth(catalogue).path("categories").toString()).isEqualTo("[" + chairs + "]");
    assertThat(
            trade.shelf.refused("POST", path("assignCategories"), "{'categories':[{'id':4711}]}"))
        .isEqualTo("404 No such entity with id = 4711");
  }

  private int category(String name) {
    String body = "{'category':{'parent_id':2,'name':'%s','is_active':true}}".formatted(name);
    return trade.shelf.ok("POST", "categories", body).path("id").asInt();
  }

  private void link(String sku, int... categories) {
    for (int category : categories) {
      String body = "{'productLink':{'sku':'%s','category_id':'%d'}}".formatted(sku, category);
      trade.shelf.ok("POST", "categories/" + category + "/products", body);
    }
  }

  private void categories(String action, int category) {
    trade.shelf.ok("POST", path(action), "{'categories':[{'id':" + category + "}]}");
  }

  private static String price(String sku, String group, String price) {
    return "{'price':%s,'price_type':'fixed','website_id':0,'sku':'%s','customer_group':'%s','quantity':1}"
        .formatted(price, sku, group);
  }

  private JsonNode prices(String sku) {
    return trade.shelf.ok("POST", "products/tier-prices-information", "{'skus':['" + sku + "']}");
  }

  @Test
  void itsPricesAreThoseOfItsGroup() {
    trade.companies(catalogue, "assignCompanies", trade.company(1, WHOLESALE));
    trade.assign(catalogue, "ISO-59");
    String body = "{'prices':[" + price("ISO-59", "Outdoor", "42.5") + "]}";
    assertThat(trade.shelf.ok("POST", path("assignTierPrices"), body)).isEmpty();
    assertThat(prices("ISO-59").path(0).path("customer_group").asString()).isEqualTo("Outdoor");
    JsonNode placed = trade.order(1, "ISO-59", 2).json().path("orders").path(0);
    JsonNode order = trade.shelf.get("orders/" + placed.path("entity_id").asString());
    assertThat(order.path("subtotal").decimalValue()).isEqualByComparingTo(new BigDecimal(85));
    assertThat(trade.shelf.ok("POST", path("resetTierPrices"), "{'skus':['ISO-59']}")).isEmpty();
    assertThat(prices("ISO-59")).isEmpty();
    trade.shelf.ok("POST", path("assignTierPrices"), body);
    trade.shelf.ok("DELETE", "sharedCatalog/" + catalogue, "");
    assertThat(prices("ISO-59")).isEmpty();
  }

  @Test
  void pricesOfOthersAreRefused() {
    String assign = path("assignTierPrices");
    String good = price("ISO-59", "Outdoor", "5");
    assertThat(
            trade.shelf.refused(
                "POST", assign, "{'prices':[" + price("ISO-59", "Wholesale", "5") + "]}"))
        .isEqualTo("400 Invalid value of \"Wholesale\" provided for the customer_group field.");
    assertThat(
            trade.shelf.refused(
                "POST", assign, "{'prices':[" + good + "," + price("X", "Outdoor", "5") + "]}"))
        .startsWith("404 The product that was requested doesn't exist.");
    assertThat(
            trade.shelf.refused(
                "POST",
                assign,
                "{'prices':[" + good + "," + price("ISO-59", "Outdoor", "-5") + "]}"))
        .startsWith("400 Invalid attribute Price = ");
    assertThat(prices("ISO-59")).isEmpty();
    String both = "{'prices':[" + price("ISO-59", "General", "50") + "]}";
    trade.shelf.ok("POST", "sharedCatalog/1/assignTierPrices", both);
    assertThat(prices("ISO-59"))
        .extracting(tier -> tier.path("customer_group").asString())
        .containsExactlyInAnyOrder("General", "NOT LOGGED IN");
  }
}
