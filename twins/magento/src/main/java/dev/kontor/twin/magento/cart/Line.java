package dev.kontor.twin.magento.cart;

import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.option.Choices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One row of a cart: a product, or a component of a composite one. */
public final class Line {
  private final ObjectNode product;
  private final Kind kind;
  private final BigDecimal qty;
  private final List<Line> children = new ArrayList<>();
  private BigDecimal listPrice = BigDecimal.ZERO;
  private BigDecimal basePrice = BigDecimal.ZERO;
  private BigDecimal discountPercent = BigDecimal.ZERO;
  private @Nullable String rule;
  private Choices options = Choices.NONE;
  private Rate rate = Rate.NONE;
  private Sums sums = Sums.NOTHING;
  private Sums base = Sums.NOTHING;

  /** What carries the price. */
  public enum Kind {
    /** The row itself. */
    PRICED,
    /** Its components, whose amounts the row repeats. */
    SUM,
    /** The row above. */
    FREE
  }

  /** Amounts and discount in one currency. */
  public record Sums(Amounts amounts, BigDecimal discount) {
    static final Sums NOTHING = new Sums(Amounts.NOTHING, BigDecimal.ZERO);

    public BigDecimal price() {
      return amounts.price();
    }

    public BigDecimal priceInclTax() {
      return amounts.priceInclTax();
    }

    /** Without tax, before discount. */
    public BigDecimal rowTotal() {
      return amounts.rowTotal();
    }

    /** With tax, before discount. */
    public BigDecimal rowTotalInclTax() {
      return amounts.rowTotalInclTax();
    }

    public BigDecimal tax() {
      return amounts.tax();
    }

    /** discount_tax_compensation_amount. */
    public BigDecimal compensation() {
      return amounts.compensation();
    }
  }

  public Line(ObjectNode product, Kind kind, BigDecimal qty) {
    this.product = product;
    this.kind = kind;
    this.qty = qty;
  }

  public ObjectNode product() {
    return product;
  }

  public Kind kind() {
    return kind;
  }

  /** Pieces in the order, also of a component. */
  public BigDecimal qty() {
    return qty;
  }

  public List<Line> children() {
    return children;
  }

  /** The catalogue's price, and that of this buyer, in base currency. */
  public Line at(BigDecimal list, BigDecimal own) {
    listPrice = list;
    basePrice = own;
    return this;
  }

  /** What is chosen of the product's options comes on top of this buyer's price. */
  public void choose(Choices chosen) {
    options = chosen;
    basePrice = chosen.priced(basePrice);
  }

  public Choices options() {
    return options;
  }

  /** The catalogue's price in base currency; of a dynamic bundle that of its parts. */
  public BigDecimal listPrice() {
    return kind != Kind.SUM
        ? listPrice
        : children.stream()
            .map(c -> Rounding.divided(c.basePrice.multiply(c.qty), qty))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of one piece; a bundle weighs what its parts do, a configurable product as its variant. */
  public BigDecimal weight() {
    return children.isEmpty()
        ? Row.amount(product, "weight")
        : children.stream()
            .map(c -> Rounding.divided(c.weight().multiply(c.qty), qty))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal basePrice() {
    return basePrice;
  }

  public Rate rate() {
    return rate;
  }

  void taxed(Rate by) {
    rate = by;
  }

  /** Zero unless a rule takes per cent off. */
  public BigDecimal discountPercent() {
    return discountPercent;
  }

  /** The rule that took something off, null when none did. */
  public @Nullable String rule() {
    return rule;
  }

  void discounted(String by, BigDecimal percent) {
    rule = by;
    discountPercent = percent;
  }

  public Sums sums() {
    return sums;
  }

  public Sums base() {
    return base;
  }

  void cost(Sums inOrderCurrency, Sums inBaseCurrency) {
    sums = inOrderCurrency;
    base = inBaseCurrency;
  }
}
