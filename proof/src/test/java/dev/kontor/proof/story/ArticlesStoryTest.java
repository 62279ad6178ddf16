package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles go both ways: who owns an attribute says it, and nothing comes back as news. */
class ArticlesStoryTest extends PartnerShop {

  private static final String TITLE = "{to: joined.item.seoTitle, path: extra.shopware.metaTitle}";

  private ShopByHand person;

  @SuppressWarnings("NullAway.Init") // opened before the first story
  ArticlesStoryTest() {
    super(Map.of("business-central/product.out", TITLE), "products", "articles");
  }

  @BeforeAll
  void signIn() {
    person = new ShopByHand(merchant.pair());
  }

  private List<JsonNode> items(String number) {
    return merchant.truth().items().stream()
        .filter(item -> item.path("number").asString().equals(number))
        .toList();
  }

  private void awaitItem(String number, String field, String value) {
    merchant.await(
        Await.PATIENCE,
        field + " of item " + number + " is " + value + ", now " + items(number),
        () -> items(number).stream().anyMatch(i -> i.path(field).asString("").equals(value)));
  }

  private long writes() {
    return merchant.erp().server().calls().of("PATCH", "items({id})")
        + merchant.shop().calls().of("POST", "/api/_action/sync");
  }

  @Test
  void anArticleMadeInTheShopIsAnItemWhoseWordIsShared() {
    person.enter("N-1", "Napf", "19", "10.00", "11.90");
    person.change("N-1", Json.object().put("metaTitle", "Napf kaufen").put("ean", "4006381333931"));
    awaitItem("N-1", "gtin", "4006381333931");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(items("N-1")).hasSize(1);
    assertThat(items("N-1").getFirst().path("unitPrice").decimalValue()).isEqualByComparingTo("10");
    assertThat(partner.rows("itemWebData", "itemNumber", "N-1"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("seoTitle").asString()).isEqualTo("Napf kaufen"));

    person.rename("N-1", "Napf, groß");
    awaitItem("N-1", "displayName", "Napf, groß");
    ObjectNode dearer = Json.object().put("number", "N-1").put("unitPrice", 20);
    merchant.erp().setup(Json.object().set("items", Json.array().add(dearer)));
    merchant.await(
        Await.PATIENCE, "the ERP's price", () -> article("N-1").toString().contains("23.8"));
    person.setPrice("N-1", "1.00", "1.19");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(items("N-1").getFirst().path("unitPrice").decimalValue()).isEqualByComparingTo("20");
  }

  @Test
  void whatOneWroteIsNoNewsToTheOther() {
    ObjectNode item = Json.object().put("number", "N-2").put("displayName", "Nadel");
    item.put("unitPrice", 5).put("vatProductGroup", "VAT19");
    merchant.erp().setup(Json.object().set("items", Json.array().add(item)));
    merchant.await(Await.PATIENCE, "in the shop", () -> !article("N-2").isEmpty());
    merchant.hub().rest().await(Await.PATIENCE);
    long before = writes();
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(writes()).isEqualTo(before);
    person.rename("N-2", "Nähnadel");
    awaitItem("N-2", "displayName", "Nähnadel");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(article("N-2").path("name").asString()).isEqualTo("Nähnadel");
    assertThat(items("N-2")).hasSize(1);
  }
}
