package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The demo's Finance & Operations, as its people see it. */
class FinanceOperationsErpTest {

  @Test
  void knowsWhatTheShopSellsAndWhatTheWarehouseMoves() throws IOException {
    Assortment assortment = MagentoGoods.assortment();
    try (DemoErp erp = FinanceOperationsErp.start(assortment, 0)) {
      assertThat(erp.stock()).hasSameSizeAs(assortment.articles());
      assertThat(erp.stock().get("öl/pflege 500ML")).isEqualByComparingTo("640");
      erp.move("GAS-230", BigDecimal.valueOf(-7));
      assertThat(erp.stock().get("GAS-230")).isEqualByComparingTo("493");
      assertThat(erp.orders()).isEmpty();
      assertThat(erp.customers()).doesNotHaveDuplicates();
    }
  }
}
