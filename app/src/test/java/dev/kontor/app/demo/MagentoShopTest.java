package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's Magento, as its people see it. */
class MagentoShopTest {

  private MagentoShop shop;

  @BeforeEach
  void open() throws IOException {
    shop = MagentoShop.start(0);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Placed order(Buyer buyer, Cart.Payment payment) {
    return shop.place(new Cart(buyer, Map.of("KARAB-3", 3), null, payment, false));
  }

  @Test
  void whatIsOrderedIsOfferedNoMoreUntilItIsCancelled() {
    Placed order = order(Buyer.guest("a guest", "gast@kunde.example"), Cart.Payment.PREPAID);
    assertThat(shop.stock().get("KARAB-3")).isEqualByComparingTo("637");
    shop.cancel(order);
    assertThat(shop.stock().get("KARAB-3")).isEqualByComparingTo("640");
  }

  @Test
  void firmsOfOtherCountriesOfTheUnionPayNoTax() {
    Placed home = order(Buyer.firm(), Cart.Payment.INVOICE);
    Placed abroad = order(Buyer.austrianFirm(), Cart.Payment.INVOICE);
    // 3 × 3.33 and shipping of 5.95, tax included.
    assertThat(home.gross()).isEqualByComparingTo("15.94");
    // 3 × 2.80 and shipping of 5.00.
    assertThat(abroad.gross()).isEqualByComparingTo("13.40");
    assertThat(shop.orders()).containsOnlyKeys(home.number(), abroad.number());
  }

  @Test
  void noBundleNoServiceAndNoPieceByTheMetreIsOnSale() {
    assertThat(shop.assortment().articles())
        .extracting(Assortment.Article::sku)
        .contains("ZELT-WS2", "JACKE-TAN-M", "ÖL/PFLEGE 500ml")
        .doesNotContain("JACKE", "SET-CAMP", "SRV-MONTAGE", "SEIL-8", "KATALOG-26");
  }
}
