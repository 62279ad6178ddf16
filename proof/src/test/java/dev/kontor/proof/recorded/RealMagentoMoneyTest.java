package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What recorded Magento orders received and gave back is in the ERP to the cent, or held. */
class RealMagentoMoneyTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  private static final Duration SOON = Duration.ofSeconds(90);

  /** In dollars, which no payment journal of the ERP's interface can state. */
  private static final String FOREIGN = "2000000001";

  /** Numbers of the orders that received or gave back something. */
  private static Set<String> paid() throws IOException {
    Set<String> numbers = new TreeSet<>();
    try (Stream<Path> folders = Files.list(RECORDINGS.resolve("orders"))) {
      for (Path folder : folders.toList()) {
        if (Files.exists(folder.resolve("invoices.json"))
            || Files.exists(folder.resolve("creditmemos.json"))) {
          JsonNode expected = Json.parse(Files.readAllBytes(folder.resolve("expected.json")));
          numbers.add(expected.path("order_number").asString());
        }
      }
    }
    return numbers;
  }

  private static Map<String, BigDecimal> sums(RecordedMagento shop, String entity) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    Map<String, String> numbers = shop.numbers();
    for (JsonNode row : shop.rows(entity)) {
      BigDecimal amount =
          row.path("grand_total").decimalValue().setScale(2, RoundingMode.UNNECESSARY);
      if (amount.signum() != 0) {
        sums.merge(
            numbers.getOrDefault(row.path("order_id").asString(), ""), amount, BigDecimal::add);
      }
    }
    return sums;
  }

  @Test
  void everyPaymentAndRefundIsEnteredOnceInvoicedOrHeldWithItsReason(@TempDir Path home)
      throws IOException {
    RecordedMagento shop = new RecordedMagento(RECORDINGS, paid()::contains);
    try (MagentoMerchant merchant = MagentoMerchant.withMoney(home.resolve("hub"), shop)) {
      merchant.orders().carryAll(SOON);
      assertThat(merchant.sums("creditMemos", "totalAmountIncludingTax")).isEmpty();
      assertThat(merchant.sums("paymentLines", "amount")).isEmpty();
      merchant.inErp().values().forEach(merchant::invoice);
      shop.touch();
      merchant.settle(SOON);
      assertThat(merchant.sums("creditMemos", "totalAmountIncludingTax"))
          .hasSize(4)
          .isEqualTo(sums(shop, "creditmemos"));
      Map<String, BigDecimal> received = sums(shop, "invoices");
      received.remove(FOREIGN);
      assertThat(merchant.sums("paymentLines", "amount")).hasSize(9).isEqualTo(received);
      assertThat(merchant.held()).containsOnlyKeys(FOREIGN);
      assertThat(merchant.held().get(FOREIGN)).contains("only payments in EUR are entered");
    }
  }
}
