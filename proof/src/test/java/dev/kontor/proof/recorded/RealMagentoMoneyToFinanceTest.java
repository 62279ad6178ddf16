package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What recorded Magento orders received and gave back is in Finance & Operations to the cent, in
 * journals and as orders below zero.
 */
class RealMagentoMoneyToFinanceTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  @Test
  void everyPaymentAndRefundIsEnteredOnceItsOrderIsInvoiced(@TempDir Path home) throws IOException {
    RecordedMagento shop =
        new RecordedMagento(RECORDINGS, RecordedMoney.orders(RECORDINGS)::contains);
    try (FinanceMerchant merchant = FinanceMerchant.withMoney(home.resolve("hub"), shop)) {
      merchant.orders().carryAll(Await.PATIENCE);
      assertThat(merchant.payments()).as("before there are invoices").isEmpty();
      assertThat(merchant.refunds()).as("before there are invoices").isEmpty();
      merchant.inErp().values().forEach(merchant::invoice);
      shop.touch();
      merchant.orders().settle(Await.PATIENCE);
      Map<String, BigDecimal> received = RecordedMoney.sums(shop, "invoices");
      assertThat(merchant.orders().held()).isEmpty();
      assertThat(merchant.payments()).hasSize(10).isEqualTo(received);
      assertThat(merchant.refunds()).hasSize(4).isEqualTo(RecordedMoney.sums(shop, "creditmemos"));
    }
  }
}
