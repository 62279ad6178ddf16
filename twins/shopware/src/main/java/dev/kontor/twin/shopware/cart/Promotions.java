package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns promotion codes into negative lines and shipping discounts (observed.md "More on orders").
 */
final class Promotions {
  private final Tables tables;
  private final PriceCalculator calculator;
  private final BigDecimal factor;
  private BigDecimal left;
  private final Price goods;
  private final List<Line> products;

  Promotions(Tables tables, PriceCalculator calculator, BigDecimal factor, List<Line> products) {
    this.tables = tables;
    this.calculator = calculator;
    this.factor = factor;
    this.products = products;
    this.goods = Price.sum(products.stream().map(Line::price).toList());
    this.left = goods.total();
  }

  /** Lines and the percentages taken off the shipping costs. */
  record Applied(List<Line> lines, List<BigDecimal> shippingPercent) {}

  Applied apply(List<String> codes) {
    Applied applied = new Applied(new ArrayList<>(), new ArrayList<>());
    codes.forEach(code -> apply(promotion(code), code, applied));
    return applied;
  }

  private ObjectNode promotion(String code) {
    return tables.all("promotion").stream()
        .filter(p -> code.equals(Values.text(p, "code")))
        .findFirst()
        .orElseThrow(() -> ApiError.plain(400, "Promotion code " + code + " does not exist."));
  }

  private void apply(ObjectNode promotion, String code, Applied applied) {
    tables.where("promotion_discount", "promotionId", Values.required(promotion, "id")).stream()
        .sorted(Comparator.comparing(d -> Values.required(d, "scope")))
        .forEach(
            discount -> {
              BigDecimal value = Values.decimal(discount.get("value"));
              if (Values.required(discount, "scope").equals("delivery")) {
                applied.shippingPercent().add(value);
                applied
                    .lines()
                    .add(
                        line(
                            promotion,
                            discount,
                            code,
                            Price.NOTHING,
                            PriceJson.quantity(Price.NOTHING),
                            payload(promotion, discount, code)));
              } else {
                applied.lines().add(discounted(promotion, discount, code, value));
              }
            });
  }

  private Line discounted(
      ObjectNode promotion, ObjectNode discount, String code, BigDecimal value) {
    boolean percent = Values.required(discount, "type").equals("percentage");
    BigDecimal off =
        calculator.round(
            percent
                ? goods
                    .total()
                    .multiply(value)
                    .divide(BigDecimal.valueOf(100), MathContext.DECIMAL64)
                : value.multiply(factor));
    BigDecimal capped = off.min(left);
    left = left.subtract(capped);
    Price price = calculator.price(capped.negate(), 1, TaxShare.of(goods));
    ObjectNode definition =
        percent ? PriceJson.percentage(value.negate()) : PriceJson.absolute(capped.negate());
    ObjectNode payload = payload(promotion, discount, code);
    payload.set("composition", composition(capped));
    return line(promotion, discount, code, price, definition, payload);
  }

  // Which line bears how much of the discount.
  private ArrayNode composition(BigDecimal off) {
    ArrayNode list = Json.array();
    for (Line product : products) {
      BigDecimal part =
          goods.total().signum() == 0
              ? BigDecimal.ZERO
              : off.multiply(product.price().total()).divide(goods.total(), MathContext.DECIMAL64);
      list.addObject()
          .put("id", product.identifier())
          .put("quantity", product.price().quantity())
          .set("discount", Values.number(calculator.round(part)));
    }
    return list;
  }

  private static ObjectNode payload(ObjectNode promotion, ObjectNode discount, String code) {
    String value = Values.decimal(discount.get("value")).stripTrailingZeros().toPlainString();
    ObjectNode payload =
        Json.object()
            .put("promotionId", Values.required(promotion, "id"))
            .put("priority", 1)
            .put("discountId", Values.required(discount, "id"))
            .put("discountType", Values.required(discount, "type"))
            .put("code", code)
            .put("value", value)
            .put("promotionCodeType", "fixed")
            .put("maxValue", "")
            .put("discountScope", Values.required(discount, "scope"))
            .put("preventCombination", false);
    payload.putArray("exclusions");
    payload.put("groupId", "").putArray("setGroups");
    ObjectNode filter = payload.putObject("filter");
    List.of("sorterKey", "applierKey", "usageKey", "pickerKey").forEach(filter::putNull);
    return payload;
  }

  private static Line line(
      ObjectNode promotion,
      ObjectNode discount,
      String code,
      Price price,
      ObjectNode definition,
      ObjectNode payload) {
    String name = Values.required(promotion, "name");
    return new Line(
        Values.required(discount, "id"),
        Line.Type.PROMOTION,
        name,
        name,
        code,
        null,
        Values.required(promotion, "id"),
        price,
        definition,
        payload);
  }
}
