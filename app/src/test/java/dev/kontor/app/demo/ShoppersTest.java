package dev.kontor.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Buyers of any shop. */
class ShoppersTest {

  static Stream<Assortment> assortments() {
    return DemoShop.CHOICE.byName().values().stream().map(kind -> kind.sells().get());
  }

  private static List<Cart> carts(Assortment assortment, long seed) {
    Shoppers shoppers = new Shoppers(assortment, seed);
    return Stream.generate(shoppers::next).limit(200).toList();
  }

  @ParameterizedTest
  @MethodSource("assortments")
  void theSameSeedGivesTheSameCarts(Assortment assortment) {
    assertThat(carts(assortment, 3)).isEqualTo(carts(assortment, 3));
    assertThat(carts(assortment, 3)).isNotEqualTo(carts(assortment, 4));
  }

  @ParameterizedTest
  @MethodSource("assortments")
  void theyBuyWhatTheShopSellsWithItsCouponsInEveryWayToPay(Assortment assortment) {
    List<Cart> carts = carts(assortment, 1);
    List<String> skus = assortment.articles().stream().map(Assortment.Article::sku).toList();
    assertThat(carts).allSatisfy(cart -> assertThat(skus).containsAll(cart.units().keySet()));
    assertThat(carts.stream().map(Cart::coupon).filter(coupon -> coupon != null).distinct())
        .containsExactlyInAnyOrderElementsOf(assortment.coupons());
    assertThat(carts.stream().map(Cart::payment).distinct()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("assortments")
  void whoHasAnAccountIsKnownToTheShop(Assortment assortment) {
    assertThat(carts(assortment, 1).stream().map(Cart::buyer).filter(b -> !b.guest()).distinct())
        .containsExactlyInAnyOrderElementsOf(Shoppers.registered());
  }
}
