package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Goods come back step by step, to the sources they left. */
class ReturnTest {
  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo().adobeCommerce());
    shop = new SignedClient(twin.uri());
    ObjectNode wish = (ObjectNode) Fixtures.json("buyer.json");
    wish.putArray("lines").addObject().put("sku", "ISO-59").put("qty", 5);
    assertThat(shop.post("/_twin/shop/orders", wish).status()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String item() {
    return ok(shop.get("/rest/V1/orders/1")).path("items").path(0).path("item_id").asString();
  }

  private void ship(int pieces, String source) {
    ok(
        shop.post(
            "/rest/V1/order/1/ship",
            """
            {"items": [{"order_item_id": %s, "qty": %d}],
             "arguments": {"extension_attributes": {"source_code": "%s"}}}"""
                .formatted(item(), pieces, source)));
  }

  private Reply back(int pieces) {
    return shop.post(
        "/rest/V1/returns",
        """
        {"rmaDataObject": {"order_id": 1, "items":
         [{"order_item_id": %s, "qty_requested": %d, "reason": "12"}]}}"""
            .formatted(item(), pieces));
  }

  @Test
  void onlyWhatWasShippedCanComeBackAndStepByStep() {
    assertThat(back(1).status()).isEqualTo(400);
    ship(3, "lager-nord");
    JsonNode rma = ok(back(2));
    assertThat(rma.path("status").asString()).isEqualTo("pending");
    assertThat(back(2).status()).isEqualTo(400);
    String update =
        "{\"rmaDataObject\":{\"items\":[{\"entity_id\":"
            + rma.path("items").path(0).path("entity_id")
            + ",%s}]}}";
    String path = "/rest/V1/returns/1";
    assertThat(shop.send("PUT", path, update.formatted("\"qty_approved\":1")).status())
        .isEqualTo(400);
    String all =
        "\"qty_authorized\":2,\"qty_returned\":2,\"qty_approved\":2,\"status\":\"approved\"";
    assertThat(ok(shop.send("PUT", path, update.formatted(all))).path("status").asString())
        .isEqualTo("processed_closed");
    ok(shop.post(path + "/comments", "{\"data\":{\"comment\":\"Danke\"}}"));
    assertThat(ok(shop.get(path + "/comments")).path("total_count").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsCreditedGoesBackToTheSourcesItLeft() {
    ship(2, "lager-nord");
    ship(3, "lager-sued");
    ok(shop.post("/rest/V1/order/1/invoice", "{\"capture\":true}"));
    for (int pieces : new int[] {3, 1}) {
      ok(
          shop.post(
              "/rest/V1/order/1/refund",
              """
              {"items": [{"order_item_id": %s, "qty": %d}], "arguments": {"extension_attributes":
               {"return_to_stock_items": [%s]}}}"""
                  .formatted(item(), pieces, item())));
    }
    JsonNode stock = twin.truth().stock().path("ISO-59");
    assertThat(stock.path("lager-nord").asInt()).isEqualTo(500);
    assertThat(stock.path("lager-sued").asInt()).isEqualTo(139);
  }
}
