package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recorded Magento orders received and gave back is in the ERP to the cent, or held. */
class RealMagentoMoneyTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  /** In dollars, which no payment journal of the ERP's interface can state. */
  private static final String FOREIGN = "2000000001";

  @Test
  void everyPaymentAndRefundIsEnteredOnceInvoicedOrHeldWithItsReason(@TempDir Path home)
      throws IOException {
    RecordedMagento shop =
        new RecordedMagento(RECORDINGS, RecordedMoney.orders(RECORDINGS)::contains);
    try (MagentoMerchant merchant = MagentoMerchant.withMoney(home.resolve("hub"), shop)) {
      merchant.orders().carryAll(Await.PATIENCE);
      assertThat(merchant.sums("creditMemos", "totalAmountIncludingTax")).isEmpty();
      assertThat(merchant.sums("paymentLines", "amount")).isEmpty();
      merchant.inErp().values().forEach(merchant::invoice);
      shop.touch();
      merchant.orders().settle(Await.PATIENCE);
      assertThat(merchant.sums("creditMemos", "totalAmountIncludingTax"))
          .hasSize(4)
          .isEqualTo(RecordedMoney.sums(shop, "creditmemos"));
      Map<String, BigDecimal> received = RecordedMoney.sums(shop, "invoices");
      received.remove(FOREIGN);
      assertThat(merchant.sums("paymentLines", "amount")).hasSize(9).isEqualTo(received);
      assertThat(merchant.orders().held()).containsOnlyKeys(FOREIGN);
      assertThat(merchant.orders().held().get(FOREIGN))
          .contains("only payments in EUR are entered");
    }
  }
}
