package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that a partner's extension keeps in the ERP are read and written like its own. */
class JoinedStoryTest extends PartnerShop {

  private static final String ARTICLE = "AH-1005";

  JoinedStoryTest() {
    super(
        Map.of(
            "shopware/product.out",
            "{to: customFields.acme_title, path: extra.business-central.item.seoTitle}",
            "business-central/customer.out",
            "{to: joined.customer.shopNumber, path: number}",
            "business-central/order.out",
            "{to: joined.order.channel, path: channel}"),
        "products");
  }

  private void awaitTitle(String title) {
    merchant.await(
        Await.PATIENCE,
        "the title is " + title,
        () -> article(ARTICLE).path("customFields").path("acme_title").asString("").equals(title));
  }

  @Test
  void whatItSaysOfAnItemReachesTheShopWithEveryChangeOfIt() {
    ObjectNode row = Json.object().put("itemNumber", ARTICLE).put("seoTitle", "Becher, blau");
    partner.enter("itemWebData", row);
    awaitTitle("Becher, blau");
    ObjectNode change = Json.object().put("seoTitle", "Becher, rot");
    partner.change("itemWebData", "itemNumber", ARTICLE, change);
    awaitTitle("Becher, rot");
  }

  @Test
  void anOrderAndItsDebtorCarryWhatTheOverlaysSay() {
    ObjectNode item = Json.object().put("number", "K-900").put("displayName", "Kelle");
    item.put("unitPrice", 10).put("vatProductGroup", "VAT19");
    merchant.erp().setup(Json.object().set("items", Json.array().add(item)));
    merchant.await(Await.PATIENCE, "in the shop", () -> !article("K-900").isEmpty());
    JsonNode order = merchant.place(Order.of("joined@kunde.example", "K-900", 1));
    merchant.settle(Await.PATIENCE);
    String number = merchant.truth().erpNumber(order);
    String debtor = merchant.truth().erpOrders(order).getFirst().path("customerNumber").asString();
    assertThat(partner.rows("orderWebData", "orderNumber", number))
        .singleElement()
        .satisfies(row -> assertThat(row.path("channel").asString()).isNotEmpty());
    assertThat(partner.rows("customerWebData", "customerNumber", debtor))
        .singleElement()
        .satisfies(row -> assertThat(row.path("shopNumber").asString()).isNotEmpty());
  }
}
