package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refunds of the recordings, then every recorded order invoiced and refunded as a whole: each
 * is credited to the cent, or held with the reason.
 */
class RealRefundTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "shopware", "src", "test", "resources", "shopware-6.6.7");
  private static final String UNTOLD = "10008";

  /** Edited after the payment, whose amount the shop leaves as it was. */
  private static final String REDUCED = "10021";

  private static final String RAISED = "10017";

  /** In whole cents of the order's currency, by the order's number. */
  private static Map<String, BigDecimal> credited(RecordedMerchant merchant) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode memo : merchant.creditMemos()) {
      String reference = memo.path("externalDocumentNumber").asString();
      sums.merge(
          reference.replaceAll("^SW-|/.*$", ""),
          memo.path("totalAmountIncludingTax").decimalValue().setScale(2),
          BigDecimal::add);
    }
    return sums;
  }

  private static Map<String, BigDecimal> expected(JsonNode truth, String field) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode order : truth) {
      String amount = order.path(field).asString("0.00");
      boolean lives = !order.path("order_status").asString().equals("cancelled");
      if (lives && new BigDecimal(amount).signum() != 0) {
        sums.put(order.path("order_number").asString(), new BigDecimal(amount));
      }
    }
    return sums;
  }

  /** Wholly, save one of which the shop does not say how much. */
  private static void refundAll(RecordedMerchant merchant) {
    for (JsonNode order : merchant.shop().orders().values()) {
      boolean untold = order.path("orderNumber").asString().equals(UNTOLD);
      JsonNode transaction = order.path("transactions").path(order.path("transactions").size() - 1);
      ((ObjectNode) transaction.path("stateMachineState"))
          .put("technicalName", untold ? "refunded_partially" : "refunded");
    }
  }

  @Test
  void everyRefundIsCreditedToTheCentOrHeldWithItsReason(@TempDir Path home) throws Exception {
    JsonNode truth = Json.parse(Files.readAllBytes(RECORDINGS.resolve("expected.json")));
    try (RecordedMerchant merchant = RecordedMerchant.refunding(home.resolve("hub"), RECORDINGS)) {
      merchant.carryAll(Await.PATIENCE);
      assertThat(merchant.creditMemos()).as("nothing is invoiced yet").isEmpty();
      merchant.inErp().values().forEach(merchant::invoice);
      merchant.carryAll(Await.PATIENCE);
      assertThat(credited(merchant)).isEqualTo(expected(truth, "refunded_amount"));
      refundAll(merchant);
      merchant.carryAll(Await.PATIENCE);
      Map<String, BigDecimal> gross = expected(truth, "gross_total");
      gross.keySet().removeAll(List.of(UNTOLD, REDUCED));
      gross.put(RAISED, new BigDecimal("64.68"));
      assertThat(merchant.held()).containsOnlyKeys(UNTOLD, REDUCED);
      assertThat(merchant.held().get(UNTOLD)).contains("was refunded in part, not how much");
      assertThat(merchant.held().get(REDUCED)).contains("a refund of 266.72 would be too much");
      assertThat(credited(merchant)).isEqualTo(gross);
    }
  }
}
