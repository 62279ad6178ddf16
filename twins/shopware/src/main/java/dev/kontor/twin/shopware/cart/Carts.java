package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Computes carts: product lines, promotions, shipping, totals. */
public final class Carts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Tables tables;
  private final TaxDetector taxes;
  private final PriceList prices;
  private final ShippingCosts shippingCosts;

  public Carts(Tables tables) {
    this.tables = tables;
    this.taxes = new TaxDetector(tables);
    this.prices = new PriceList(tables);
    this.shippingCosts = new ShippingCosts(tables);
  }

  /** Throws ApiError 400 for an unknown promotion code. */
  public Cart compute(
      List<Item> items,
      List<String> codes,
      String shippingMethodId,
      Buyer buyer,
      boolean vertical) {
    PriceCalculator calculator = new PriceCalculator(taxes.status(buyer), buyer.decimals());
    List<Line> products = items.stream().map(i -> product(i, buyer, calculator)).toList();
    Price goods = Price.sum(products.stream().map(Line::price).toList());
    Promotions.Applied promotions =
        new Promotions(tables, calculator, buyer.factor(), products).apply(codes);
    List<Line> lines = Stream.concat(products.stream(), promotions.lines().stream()).toList();
    List<TaxShare> shares = TaxShare.of(Price.sum(lines.stream().map(Line::price).toList()));
    BigDecimal costs =
        shippingCosts.of(shippingMethodId, goods.total(), buyer, calculator.status());
    return Cart.of(
        calculator,
        vertical,
        lines,
        shipping(costs, promotions.shippingPercent(), shares, calculator));
  }

  /**
   * The same cart after an edit: lines computed anew, shipping kept (observed.md "More on orders").
   */
  public Cart recompute(
      List<Item> items,
      List<Manual> manuals,
      List<String> codes,
      List<Price> shipping,
      Buyer buyer,
      boolean vertical) {
    PriceCalculator calculator = new PriceCalculator(taxes.status(buyer), buyer.decimals());
    List<Line> products = items.stream().map(i -> product(i, buyer, calculator)).toList();
    List<Line> lines = new ArrayList<>(products);
    lines.addAll(new ManualLines(calculator).of(manuals, products));
    lines.addAll(new Promotions(tables, calculator, buyer.factor(), products).apply(codes).lines());
    return Cart.of(calculator, vertical, lines, shipping);
  }

  /** One product line of this buyer's cart, as a shopper is shown it before buying. */
  public Line quote(ObjectNode product, int quantity, Buyer buyer) {
    return product(
        new Item(Values.required(product, "id"), product, quantity),
        buyer,
        new PriceCalculator(taxes.status(buyer), buyer.decimals()));
  }

  /** Whether this buyer's prices are gross, net or free of tax. */
  public TaxStatus status(Buyer buyer) {
    return taxes.status(buyer);
  }

  private static List<Price> shipping(
      BigDecimal costs,
      List<BigDecimal> discounts,
      List<TaxShare> shares,
      PriceCalculator calculator) {
    List<Price> shipping = new ArrayList<>();
    Price full = calculator.price(costs, 1, shares);
    shipping.add(full);
    for (BigDecimal percent : discounts) {
      BigDecimal off = full.total().multiply(percent).divide(HUNDRED, MathContext.DECIMAL64);
      shipping.add(calculator.price(off.negate(), 1, shares));
    }
    return shipping;
  }

  private Line product(Item item, Buyer buyer, PriceCalculator calculator) {
    ObjectNode product = item.product();
    BigDecimal rate = taxes.rate(Values.required(product, "taxId"), buyer.countryId());
    BigDecimal unit = prices.unit(product, item.quantity(), buyer, calculator.status());
    Price price = calculator.price(unit, item.quantity(), List.of(TaxShare.whole(rate)));
    String id = Values.required(product, "id");
    return new Line(
        item.identifier(),
        Line.Type.PRODUCT,
        Values.required(product, "name"),
        null,
        id,
        id,
        null,
        price,
        PriceJson.quantity(price),
        payload(product));
  }

  private static ObjectNode payload(ObjectNode product) {
    ObjectNode payload = Json.object();
    payload.put("isCloseout", product.path("isCloseout").asBoolean(false));
    payload.set(
        "customFields",
        product.path("customFields").isObject() ? product.get("customFields") : Json.array());
    payload.put(
        "createdAt", Values.required(product, "createdAt").replace('T', ' ').replace("+00:00", ""));
    payload
        .putNull("releaseDate")
        .put("isNew", false)
        .put("markAsTopseller", false)
        .putNull("purchasePrices");
    for (String field :
        List.of(
            "productNumber",
            "manufacturerId",
            "taxId",
            "tagIds",
            "categoryIds",
            "propertyIds",
            "optionIds")) {
      payload.set(field, Values.orNull(product.get(field)));
    }
    payload.set(
        "options", product.path("variation").isArray() ? product.get("variation") : Json.array());
    payload.putNull("streamIds");
    payload.set("parentId", Values.orNull(product.get("parentId")));
    payload.set("stock", Values.orNull(product.get("stock")));
    payload.putArray("features");
    return payload;
  }
}
