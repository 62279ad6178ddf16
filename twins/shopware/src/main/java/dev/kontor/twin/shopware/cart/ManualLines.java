package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices the lines a clerk wrote (recorded order custom-and-credit-line). */
final class ManualLines {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final PriceCalculator calculator;

  ManualLines(PriceCalculator calculator) {
    this.calculator = calculator;
  }

  /** Custom articles first, as a credit is spread over the rates of everything else. */
  List<Line> of(List<Manual> manuals, List<Line> products) {
    List<Line> lines = new ArrayList<>();
    for (Manual manual : manuals) {
      if (manual.type() == Line.Type.CUSTOM) {
        lines.add(line(manual, custom(manual)));
      }
    }
    List<Price> taxed = new ArrayList<>(products.stream().map(Line::price).toList());
    lines.forEach(line -> taxed.add(line.price()));
    List<TaxShare> shares = TaxShare.of(Price.sum(taxed));
    for (Manual manual : manuals) {
      if (manual.type() == Line.Type.CREDIT) {
        lines.add(line(manual, calculator.price(amount(manual), 1, shares)));
      }
    }
    return lines;
  }

  private Price custom(Manual manual) {
    List<TaxShare> shares = new ArrayList<>();
    for (JsonNode rule : manual.definition().path("taxRules")) {
      shares.add(
          new TaxShare(
              Values.decimal(rule.get("taxRate")), rule.path("percentage").decimalValue(HUNDRED)));
    }
    return calculator.price(unit(manual, shares), manual.quantity(), shares);
  }

  // A price not calculated yet is taken for a net one (observed.md "More on orders").
  private BigDecimal unit(Manual manual, List<TaxShare> shares) {
    boolean calculated = manual.definition().path("isCalculated").asBoolean(true);
    if (calculated || calculator.status() != TaxStatus.GROSS) {
      return amount(manual);
    }
    BigDecimal gross = amount(manual);
    for (TaxShare share : shares) {
      gross =
          gross.add(
              amount(manual)
                  .multiply(share.rate())
                  .multiply(share.percentage())
                  .divide(HUNDRED.multiply(HUNDRED), MathContext.DECIMAL64));
    }
    return gross;
  }

  private static BigDecimal amount(Manual manual) {
    return Values.decimal(manual.definition().get("price"));
  }

  private static Line line(Manual manual, Price price) {
    ObjectNode definition = manual.definition().deepCopy();
    definition.put("type", manual.type() == Line.Type.CUSTOM ? "quantity" : "absolute");
    return new Line(
        manual.identifier(),
        manual.type(),
        manual.label(),
        manual.description(),
        null,
        null,
        null,
        price,
        definition,
        Json.array());
  }
}
