package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts is what shop and ERP hold, to the cent. */
class VerdictTest {

  private final SmallShop shop = new SmallShop();
  private final SmallErp erp = new SmallErp();
  private final World world =
      new World(
          new Systems(shop, erp),
          new Story(new PrintWriter(new StringWriter())),
          new Oversold((sku, stock, after) -> {}));

  private Cart cart(int pieces) {
    return new Cart(
        Buyer.guest("a guest", "gast@kunde.example"),
        Map.of(SmallShop.SKU, pieces),
        null,
        Cart.Payment.INVOICE,
        false);
  }

  private String line() {
    return Verdict.of(world, "S-").line();
  }

  @Test
  void allIsWellWhenEachOrderIsThereOnceWithTheShopsSumAndTheShopShowsWhatIsLeft() {
    world.place(cart(2));
    erp.book("S-1", "20.00");
    world.move(SmallShop.SKU, BigDecimal.TEN);
    shop.show(18);
    assertThat(line())
        .isEqualTo(
            "orders placed=1 in-erp=1 missing=0 duplicated=0 wrong-amount=0 stock-changes=1"
                + " applied=1");
    assertThat(Verdict.of(world, "S-").good()).isTrue();
  }

  @Test
  void aCentIsAWrongAmount() {
    world.place(cart(2));
    erp.book("S-1", "20.01");
    shop.show(8);
    assertThat(line()).contains("in-erp=1").contains("wrong-amount=1");
    assertThat(Verdict.of(world, "S-").good()).isFalse();
  }

  @Test
  void whatIsTwiceOrNotThereAtAllIsCounted() {
    world.place(cart(1));
    world.place(cart(1));
    erp.book("S-2", "10.00");
    erp.book("S-2", "10.00");
    shop.show(8);
    assertThat(line()).contains("placed=2 in-erp=1 missing=1 duplicated=1");
  }

  @Test
  void anOrderThatWasCancelledInTimeMustNotBeThere() {
    world.placeAndCancel(cart(1));
    erp.book("S-1", "10.00");
    assertThat(Verdict.of(world, "S-").remarks())
        .singleElement()
        .asString()
        .contains("order 1 was cancelled before transfer");
  }

  @Test
  void aShopThatShowsOtherThanIsLeftIsNamed() {
    world.place(cart(3));
    erp.book("S-1", "30.00");
    world.move(SmallShop.SKU, BigDecimal.ONE);
    shop.show(9);
    assertThat(line()).contains("stock-changes=1 applied=0");
    assertThat(Verdict.of(world, "S-").remarks())
        .containsExactly("the shop shows 9 of STUHL instead of 8");
  }

  @Test
  void aBuyerIsACustomerOnce() {
    erp.know("gast@kunde.example");
    erp.know("gast@kunde.example");
    assertThat(Verdict.of(world, "S-").remarks())
        .contains("1 buyers are in the ERP more than once");
  }

  @Test
  void ofWhatRunsOutTheScarcestIsNamed() {
    assertThat(world.runningOut(BigDecimal.valueOf(10))).isEmpty();
    world.place(cart(1));
    assertThat(world.runningOut(BigDecimal.valueOf(10))).contains(SmallShop.SKU);
  }

  @Test
  void anItemNumbersCaseIsNothing() {
    shop.show(10);
    assertThat(world.shelves()).allMatch(Shelf::right);
  }
}
