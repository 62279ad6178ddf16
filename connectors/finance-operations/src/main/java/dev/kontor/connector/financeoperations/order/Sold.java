package dev.kontor.connector.financeoperations.order;

import dev.kontor.model.LineKind;
import java.math.BigDecimal;

/**
 * One part of a shop's order at one tax rate, before it is priced.
 *
 * @param path in the order, for people
 * @param item number of what stands for it, the shop's article number for goods
 * @param unitPrice before discounts, on the order's price basis as is {@code amount}
 * @param amount negative for a discount
 * @param rate percent that the shop charged
 * @param taxGroup item sales tax group of a charge of the header, whose code is {@code item}; blank
 *     for what is sold as an item
 */
record Sold(
    String path,
    LineKind kind,
    String item,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal amount,
    BigDecimal rate,
    String taxGroup) {

  boolean isDiscount() {
    return amount.signum() < 0;
  }

  boolean isCharge() {
    return !taxGroup.isEmpty();
  }

  boolean isGoods() {
    return kind == LineKind.GOODS;
  }

  Sold costing(BigDecimal less) {
    return new Sold(path, kind, item, description, quantity, unitPrice, less, rate, taxGroup);
  }
}
