package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is accepted is not carried out until a consumer runs. */
class BulkTest {
  private static final Set<String> OWN = Set.of("bulk_uuid", "bulk_id", "data_hash", "start_time");

  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  /** The recorded request had forty spare parts and two that fail. */
  private static ArrayNode parts() {
    ArrayNode parts = Json.array();
    for (int i = 1; i <= 40; i++) {
      parts
          .addObject()
          .putObject("product")
          .put("sku", String.format("ET-%03d", i))
          .put("name", "Ersatzteil " + i)
          .put("attribute_set_id", 4)
          .put("price", i);
    }
    parts.addObject().putObject("product").put("sku", "ET-OHNE");
    parts
        .addObject()
        .putObject("product")
        .put("sku", "ET-BAD-2")
        .put("name", "x")
        .put("attribute_set_id", 4)
        .put("price", -4);
    return parts;
  }

  private JsonNode status(String uuid, String kind) {
    return shop.get("/rest/V1/bulk/" + uuid + "/" + kind).json();
  }

  private static void like(String recorded, JsonNode got) {
    assertThat(Likeness.differences(Fixtures.json("recorded/bulk/" + recorded + ".json"), got, OWN))
        .isEmpty();
  }

  @Test
  void theRecordedBulkGoesAsItWent() {
    Reply reply = shop.post("/rest/async/bulk/V1/products", parts());
    assertThat(reply.status()).isEqualTo(202);
    like("async-products-accepted", reply.json());
    String uuid = reply.json().path("bulk_uuid").asString();
    like("status-open", status(uuid, "status"));
    assertThat(shop.get("/rest/V1/products/ET-001").status()).isEqualTo(404);
    shop.post("/_twin/shop/consumer", "{}");
    like("status-with-failures", status(uuid, "status"));
    assertThat(status(uuid, "operation-status/3").asInt()).isEqualTo(2);
    assertThat(shop.get("/rest/V1/products/et-001").json().path("price").asInt()).isEqualTo(1);
    JsonNode failed = status(uuid, "detailed-status").path("operations_list").path(41);
    assertThat(failed.path("serialized_data").asString()).contains("ET-BAD-2");
  }

  @Test
  void oneBadlyTypedItemRefusesAllAndNothingIsAnEmptyBulk() {
    ArrayNode bad = parts();
    ((ObjectNode) bad.path(1).path("product")).put("price", "zwölf");
    assertThat(shop.post("/rest/async/bulk/V1/products", bad).status()).isEqualTo(400);
    Reply empty = shop.post("/rest/async/bulk/V1/products", "[]");
    assertThat(empty.status()).isEqualTo(202);
    String uuid = empty.json().path("bulk_uuid").asString();
    assertThat(status(uuid, "status").path("operation_count").asInt()).isZero();
  }

  @Test
  void keysOfThePathStandInTheBody() {
    shop.send("PUT", "/_twin/shop/consumer", "{\"on\":true}");
    String body = "[{\"product\":{\"sku\":\"ISO-59\",\"price\":61.9}}]";
    assertThat(shop.send("PUT", "/rest/all/async/bulk/V1/products/bySku", body).status())
        .isEqualTo(202);
    assertThat(shop.get("/rest/V1/products/ISO-59").json().path("price").decimalValue())
        .isEqualByComparingTo("61.9");
  }

  private String hand(String... products) {
    ArrayNode bodies = Json.array();
    for (String product : products) {
      bodies.addObject().set("product", Json.parse(product.getBytes(StandardCharsets.UTF_8)));
    }
    return shop.post("/rest/all/async/bulk/V1/products", bodies)
        .json()
        .path("bulk_uuid")
        .asString();
  }

  private static String product(String sku, String more) {
    return "{\"sku\":\"%s\",\"name\":\"%s\",\"attribute_set_id\":4,\"price\":1%s}"
        .formatted(sku, sku, more);
  }

  private JsonNode operation(String uuid, int id) {
    return status(uuid, "status").path("operations_list").path(id);
  }

  @Test
  void aDeadlockIsAFailureThatMayBeTriedAgain() {
    shop.post("/_twin/shop/locks", "{\"sku\":\"L-1\"}");
    String uuid = hand(product("L-1", ""), product("L-2", ""));
    shop.post("/_twin/shop/consumer", "{}");
    assertThat(operation(uuid, 0).path("status").asInt()).isEqualTo(2);
    assertThat(operation(uuid, 0).path("result_message").asString()).contains("deadlock");
    assertThat(operation(uuid, 1).path("status").asInt()).isEqualTo(1);
    String again = hand(product("L-1", ""));
    shop.post("/_twin/shop/consumer", "{}");
    assertThat(operation(again, 0).path("status").asInt()).isEqualTo(1);
  }

  @Test
  void aUniqueValueIsTakenOnce() {
    shop.post("/_twin/shop/attributes", "{\"code\":\"ean\",\"label\":\"EAN\",\"unique\":true}");
    String ean =
        ",\"custom_attributes\":[{\"attribute_code\":\"ean\",\"value\":\"4006381333931\"}]";
    String uuid = hand(product("U-1", ean), product("U-2", ean));
    shop.post("/_twin/shop/consumer", "{}");
    // The last of a bulk is carried out first.
    assertThat(operation(uuid, 1).path("status").asInt()).isEqualTo(1);
    assertThat(operation(uuid, 0).path("result_message").asString())
        .isEqualTo(
            "The value of the \"EAN\" attribute isn't unique. Set a unique value and try again.");
    String same = hand(product("U-2", ean));
    shop.post("/_twin/shop/consumer", "{}");
    assertThat(operation(same, 0).path("status").asInt()).isEqualTo(1);
  }

  @Test
  void aSlowConsumerLeavesTheRestOpen() {
    String uuid = hand(product("S-1", ""), product("S-2", ""), product("S-3", ""));
    assertThat(shop.post("/_twin/shop/consumer", "{\"most\":2}").json().path("done").asInt())
        .isEqualTo(2);
    assertThat(status(uuid, "operation-status/4").asInt()).isEqualTo(1);
    assertThat(operation(uuid, 0).path("status").asInt()).isEqualTo(4);
    assertThat(operation(uuid, 2).path("status").asInt()).isEqualTo(1);
  }
}
