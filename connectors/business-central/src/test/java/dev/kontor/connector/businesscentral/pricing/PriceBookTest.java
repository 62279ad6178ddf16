package dev.kontor.connector.businesscentral.pricing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing or impossible is said plainly. */
class PriceBookTest {

  @Test
  void anItemWithoutCardIsNamed() {
    PriceBook empty = new PriceBook(List.of(), List.of(), List.of());
    assertThatThrownBy(() -> new PriceEngine(PriceModel.V16).price(new Sale().question(), empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("itemNo 1000 has no item card")
        .hasMessageContaining("read the item first");
  }

  @Test
  void aDiscountAboveHundredPercentIsRefused() {
    assertThatThrownBy(() -> Line.discount("100.5").numbered(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lineDiscountPercent of price list line LIST/7 is 100.5");
    assertThatThrownBy(() -> Line.discount("-1").numbered(7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineWithoutQuantityPerUnitOrCurrencyFactorIsRefused() {
    assertThatThrownBy(() -> new Sale().unit("CRATE", "0").with())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantityPerUnit is 0")
        .hasMessageContaining("base units in one CRATE");
    assertThatThrownBy(() -> new Sale().currency("EUR", "0").with())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("currencyFactor is 0");
  }
}
