package dev.kontor.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people buy; the same seed gives the same carts. */
public final class Shoppers {

  private static final List<Cart.Payment> PAYMENTS = List.of(Cart.Payment.values());
  private static final int MOST_UNITS = 4;
  private static final int POPULAR = 4;

  private final Random random;
  private final List<String> coupons;
  private final List<Assortment.Article> standard;
  private final List<Assortment.Article> reduced;
  private final List<Assortment.Article> untaxed;

  public Shoppers(Assortment assortment, long seed) {
    this.random = new Random(seed);
    this.coupons = assortment.coupons();
    this.standard = assortment.ofRate("19");
    this.reduced = assortment.ofRate("7");
    this.untaxed = assortment.ofRate("0");
  }

  /** Those who come back have an account in the shop. */
  static List<Buyer> registered() {
    return List.of(Buyer.firm(), Buyer.austrianFirm(), Buyer.swiss());
  }

  /** Articles everybody wants, so that selling and counting meet. */
  public List<Assortment.Article> popular() {
    return standard.subList(0, POPULAR);
  }

  /** The next cart, with a buyer of its own. */
  public Cart next() {
    Buyer buyer = buyer();
    Map<String, Integer> units = units(buyer.address().country().equals("FR"));
    String coupon = random.nextInt(3) == 0 ? pick(coupons) : null;
    return cart(buyer, units, coupon);
  }

  private Cart cart(Buyer buyer, Map<String, Integer> units, @Nullable String coupon) {
    Cart.Payment payment = pick(PAYMENTS);
    return new Cart(buyer, units, coupon, payment, random.nextInt(4) == 0);
  }

  private Buyer buyer() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Buyer.guest("a guest who orders again and again", "stammgast@kunde.example");
      case 2, 3 -> Buyer.guest("a guest", "gast" + random.nextInt(1000) + "@kunde.example");
      case 4 -> Buyer.firm();
      case 5 -> Buyer.austrianFirm();
      case 6 -> Buyer.french();
      default -> Buyer.swiss();
    };
  }

  /**
   * @param standardOnly abroad: which foreign rate a reduced article has is another story
   */
  private Map<String, Integer> units(boolean standardOnly) {
    Map<String, Integer> units = new LinkedHashMap<>();
    units.put(pick(popular()).sku(), 1 + random.nextInt(MOST_UNITS));
    for (int i = random.nextInt(3); i > 0; i--) {
      units.putIfAbsent(pick(standard).sku(), 1 + random.nextInt(MOST_UNITS));
    }
    if (!standardOnly && random.nextBoolean()) {
      units.putIfAbsent(pick(reduced).sku(), 1 + random.nextInt(MOST_UNITS));
    }
    if (!standardOnly && random.nextInt(5) == 0 && !untaxed.isEmpty()) {
      units.putIfAbsent(pick(untaxed).sku(), 1);
    }
    return units;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
