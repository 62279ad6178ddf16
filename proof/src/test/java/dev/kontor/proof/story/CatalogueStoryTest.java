package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles and prices of the ERP stand in the shop, for sale at what the ERP would charge. */
class CatalogueStoryTest extends OpenShop {

  CatalogueStoryTest() {
    super("products", "prices");
  }

  private JsonNode article(String number, int quantity) {
    return merchant.truth().articles(quantity).getOrDefault(number, Json.object());
  }

  private void awaitPrice(String number, int quantity, String price) {
    merchant.await(
        Await.PATIENCE,
        number + " costs " + price + " at " + quantity + ", now " + article(number, quantity),
        () -> {
          String shown = article(number, quantity).path("unitPrice").asString("");
          return !shown.isEmpty() && new BigDecimal(shown).compareTo(new BigDecimal(price)) == 0;
        });
  }

  private static ObjectNode item(String number, String name, String price) {
    return Json.object()
        .put("number", number)
        .put("displayName", name)
        .put("unitPrice", new BigDecimal(price))
        .put("vatProductGroup", "VAT19");
  }

  private void setup(String section, ObjectNode... rows) {
    ObjectNode change = Json.object();
    List.of(rows).forEach(change.putArray(section)::add);
    merchant.erp().setup(change);
  }

  private static ObjectNode price(int line, String item, String minimum, String price) {
    return Json.object()
        .put("priceListCode", "SHOP")
        .put("lineNumber", line)
        .put("sourceType", "All Customers")
        .put("assetType", "Item")
        .put("assetNumber", item)
        .put("minimumQuantity", new BigDecimal(minimum))
        .put("amountType", "Price")
        .put("unitPrice", new BigDecimal(price))
        .put("status", "Active");
  }

  @Test
  void aNewArticleIsForSaleAtItsPriceAndFollowsTheErp() {
    setup("items", item("K-100", "Krug", "10.00"));
    awaitPrice("K-100", 1, "11.90");
    assertThat(article("K-100", 1).path("name").asString()).isEqualTo("Krug");
    setup("items", item("K-100", "Krug, groß", "20.00"));
    awaitPrice("K-100", 1, "23.80");
    merchant.await(
        Await.PATIENCE,
        "renamed",
        () -> article("K-100", 1).path("name").asString("").equals("Krug, groß"));
    setup("items", item("K-100", "Krug, groß", "20.00").put("blocked", true));
    merchant.await(
        Await.PATIENCE, "off sale", () -> !article("K-100", 1).path("active").asBoolean(true));
  }

  @Test
  void pricesByQuantityAreWhatTheErpWouldCharge() {
    setup("items", item("K-200", "Kanne", "50.00"));
    setup("priceListLines", price(10000, "K-200", "0", "40.00"), price(20000, "K-200", "10", "30"));
    awaitPrice("K-200", 1, "47.60");
    awaitPrice("K-200", 9, "47.60");
    awaitPrice("K-200", 10, "35.70");
    setup("priceListLines", price(20000, "K-200", "10", "30").put("remove", true));
    awaitPrice("K-200", 10, "47.60");
  }

  @Test
  void aPriceThatBeginsLaterWaits() {
    setup("items", item("K-300", "Kelle", "5.00"));
    awaitPrice("K-300", 1, "5.95");
    setup("priceListLines", price(30000, "K-300", "0", "4").put("startingDate", "2999-01-01"));
    merchant.hub().rest().await(Await.PATIENCE);
    awaitPrice("K-300", 1, "5.95");
  }
}
