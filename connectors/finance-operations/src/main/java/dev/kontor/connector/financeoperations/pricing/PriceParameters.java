package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The company's set-up of prices. A blank code is empty.
 *
 * @param genericCurrency blank if the company has none (rule P8)
 * @param activated which combinations are searched (rule P2)
 * @param priceDimensions which of site and warehouse count for sales prices; product dimensions
 *     always do (rule P11)
 * @param rates of the price date
 * @param amountPrecision what amounts in the order's currency are multiples of, e.g. 0.01
 * @param pricePrecision what computed prices are multiples of; a price as agreed is never rounded
 */
public record PriceParameters(
    String accountingCurrency,
    String genericCurrency,
    DateType dateType,
    LineMultiline lineMultiline,
    Set<Activation> activated,
    Set<Dimension> priceDimensions,
    ExchangeRates rates,
    BigDecimal amountPrecision,
    BigDecimal pricePrecision,
    Switches switches) {

  /**
   * @throws IllegalArgumentException if a precision is not positive
   */
  public PriceParameters {
    activated = Set.copyOf(activated);
    priceDimensions = Set.copyOf(priceDimensions);
    positive("amountPrecision", amountPrecision);
    positive("pricePrecision", pricePrecision);
  }

  /**
   * From the {@code params} of a case for {@code check-prices}.
   *
   * @throws IllegalArgumentException naming the field that is missing or cannot be understood
   */
  public static PriceParameters of(JsonNode params) {
    return CaseParameters.of(new CaseFields("params", params));
  }

  private static void positive(String field, BigDecimal precision) {
    if (precision.signum() <= 0) {
      throw new IllegalArgumentException(
          field + " is " + precision.toPlainString() + " but must be positive; give e.g. 0.01");
    }
  }

  boolean counts(Dimension dimension) {
    return dimension.isOfProduct() || priceDimensions.contains(dimension);
  }
}
