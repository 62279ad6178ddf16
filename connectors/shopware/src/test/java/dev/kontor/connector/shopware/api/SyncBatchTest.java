package dev.kontor.connector.shopware.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Refusals that only a real shop gives, and whom they are blamed on. */
class SyncBatchTest {

  private static final String DUPLICATE =
      """
      {"errors":[{"status":"400","code":"CONTENT__DUPLICATE_PRODUCT_NUMBER","title":"Bad Request"}]}""";

  private Map<Integer, Fault> send(SyncBatch batch, CannedShop shop) {
    try (DirectToolbox toolbox = new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1))) {
      return batch.send(new ShopwareApi(shop.settings(), toolbox));
    }
  }

  private static ObjectNode row(String id) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("ean", "1");
  }

  private static SyncBatch batchOf(int documents, int bad) {
    SyncBatch batch = new SyncBatch();
    for (int i = 0; i < documents; i++) {
      batch.upsert(i, "product", row(i == bad ? "bad" : "good-" + i));
    }
    return batch;
  }

  @Test
  void whereTheShopBlamesNobodyTheDocumentsAreHalved() {
    try (CannedShop shop = CannedShop.refusing("\"bad\"", 400, DUPLICATE)) {
      Map<Integer, Fault> refused = send(batchOf(9, 5), shop);
      assertThat(refused).containsOnlyKeys(5);
      assertThat(refused.get(5)).isInstanceOf(Fault.Invalid.class);
    }
  }

  @Test
  void aRowOfSeveralDocumentsIsBlamedOnAllOfThem() {
    String blame =
        """
        {"errors":[{"status":"400","code":"x","template":"is wrong",
         "source":{"pointer":"/upsert_unit/0/name"}}]}""";
    SyncBatch batch = batchOf(3, -1);
    ObjectNode unit = JsonNodeFactory.instance.objectNode().put("id", "u").put("name", "unit-bad");
    batch.upsert(0, "unit", unit);
    batch.upsert(2, "unit", unit);
    try (CannedShop shop = CannedShop.refusing("unit-bad", 400, blame)) {
      Map<Integer, Fault> refused = send(batch, shop);
      assertThat(refused).containsOnlyKeys(0, 2);
      assertThat(refused.get(0))
          .isInstanceOfSatisfying(
              Fault.Invalid.class, fault -> assertThat(fault.field()).isEqualTo("unit.name"));
    }
  }

  @Test
  void aMissingRightIsToldAsOne() {
    String right =
        """
        {"errors":[{"status":"403","code":"FRAMEWORK__MISSING_PRIVILEGE_ERROR","title":"Forbidden"}]}""";
    try (CannedShop shop = CannedShop.refusing("good", 403, right)) {
      Assertions.assertThatThrownBy(() -> send(batchOf(2, -1), shop))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Forbidden.class));
    }
  }

  /** The shop takes a row that is gone for a new one; what was sent of it may be wrong as well. */
  @Test
  void aLackingFieldSaysMoreThanAWrongValue() {
    String errors =
        """
        {"errors":[{"status":"400","code":"x","template":"is wrong",
          "source":{"pointer":"/upsert_product/0/ean"}},
         {"status":"400","code":"x","template":"should not be blank",
          "source":{"pointer":"/upsert_product/0/taxId"}}]}""";
    Fault gone = new Fault.Conflict("gone");
    SyncBatch batch = new SyncBatch();
    batch.update(0, "product", row("bad"), gone);
    batch.upsert(1, "product", row("good"));
    try (CannedShop shop = CannedShop.refusing("\"bad\"", 400, errors)) {
      assertThat(send(batch, shop)).isEqualTo(Map.of(0, gone));
    }
  }
}
