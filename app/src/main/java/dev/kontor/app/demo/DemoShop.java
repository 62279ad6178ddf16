package dev.kontor.app.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

/** A simulated shop: what people do in it, and the truth it keeps. */
public interface DemoShop extends Simulated {

  /** The shops there are, by their connector's id. */
  Choice<Kind> CHOICE =
      new Choice<>(
          "shop",
          Map.of(
              "shopware", new Kind(ShopwareGoods::assortment, ShopwareShop::start),
              "magento", new Kind(MagentoGoods::assortment, MagentoShop::start)));

  /**
   * One of them.
   *
   * @param sells what is on sale in it
   */
  record Kind(Supplier<Assortment> sells, Start start) {}

  /** Opens a shop. */
  @FunctionalInterface
  interface Start {
    /**
     * @param port on loopback, 0 for any free one
     */
    DemoShop start(int port) throws IOException;
  }

  /** What it sells. */
  Assortment assortment();

  /**
   * A hub serves it from now on, as a person sets up who joins both.
   *
   * @param doors where the hub can be told of changes
   */
  void joined(String doors);

  /** Orders as this buyer does in the shop. */
  Placed place(Cart cart);

  /** What was to be paid in advance has arrived. */
  void pay(Placed order);

  void cancel(Placed order);

  /** What each of its orders came to with tax, by the shop's number. */
  Map<String, BigDecimal> orders();

  /** How many pieces buyers are offered, by SKU. */
  Map<String, BigDecimal> stock();
}
