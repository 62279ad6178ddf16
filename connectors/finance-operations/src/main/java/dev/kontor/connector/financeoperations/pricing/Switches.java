package dev.kontor.connector.financeoperations.pricing;

/**
 * How the rules are read that no public source settles for the core of Finance & Operations. Each
 * is checked on a real system as docs/domain/finance-operations-pricing.md says; {@link #DEFAULT}
 * has the readings of the contract.
 */
public record Switches(
    RowOrder rowOrder,
    ZeroPrice zeroPrice,
    ToQuantity toQuantity,
    GenericCurrencyPrices genericCurrencyPrices,
    UnitFallback unitFallback,
    BasePriceUnit basePriceUnit,
    UnitCharges unitCharges,
    DimensionOrder dimensionOrder,
    DiscountSum discountSum,
    DiscountCurrency discountCurrency,
    AmountAndPercent amountAndPercent,
    SoleDiscount soleDiscount,
    GroupedLines groupedLines,
    MultilineUnits multilineUnits,
    OrderStage orderStage) {

  public static final Switches DEFAULT =
      new Switches(
          RowOrder.CHEAPEST_FIRST,
          ZeroPrice.NO_PRICE,
          ToQuantity.INCLUSIVE,
          GenericCurrencyPrices.COMPETES,
          UnitFallback.NONE,
          BasePriceUnit.CONVERTED,
          UnitCharges.OVER_QUANTITY,
          DimensionOrder.DIMENSIONED_FIRST,
          DiscountSum.ALL_COMBINATIONS,
          DiscountCurrency.ORDER,
          AmountAndPercent.AMOUNT_FIRST,
          SoleDiscount.GIVEN,
          GroupedLines.GROUP_ROWS,
          MultilineUnits.ADDED,
          OrderStage.CALCULATED);

  /** In which order a combination's price rows are taken, and whose Find next counts (rule P5). */
  public enum RowOrder {
    CHEAPEST_FIRST,
    CHEAPEST_DECIDES,
    RECORD_ORDER
  }

  /** Whether an agreed price of zero is a price (rule P15). */
  public enum ZeroPrice {
    NO_PRICE,
    PRICE
  }

  /** Whether a row holds at its To itself (rule P6). */
  public enum ToQuantity {
    INCLUSIVE,
    EXCLUSIVE
  }

  /** What prices in the generic currency are beside those in the order's (rule P8). */
  public enum GenericCurrencyPrices {
    COMPETES,
    FALLBACK,
    IGNORED
  }

  /** Whether a price per sales unit is converted where the line's unit has none (rule P9). */
  public enum UnitFallback {
    NONE,
    SALES_UNIT
  }

  /** Whether the base price is converted to the line's unit (rule P9). */
  public enum BasePriceUnit {
    CONVERTED,
    AS_IS
  }

  /** How price charges become part of the price (rule P10). */
  public enum UnitCharges {
    OVER_QUANTITY,
    PER_UNIT
  }

  /** Which rows of a combination count if some have dimensions (rule P11). */
  public enum DimensionOrder {
    DIMENSIONED_FIRST,
    MOST_SPECIFIC_FIRST,
    TOGETHER
  }

  /** Over which combinations discounts are added (rule D2). */
  public enum DiscountSum {
    ALL_COMBINATIONS,
    FIRST_COMBINATION
  }

  /** Whether discounts in the accounting currency stand in for missing ones (rule D1). */
  public enum DiscountCurrency {
    ORDER,
    THEN_ACCOUNTING
  }

  /** Which part of a discount is taken off first (rule D3). */
  public enum AmountAndPercent {
    AMOUNT_FIRST,
    PERCENT_FIRST
  }

  /** Whether a line or multiline discount without the other is given in any case (rule D4). */
  public enum SoleDiscount {
    GIVEN,
    BY_PARAMETER
  }

  /** Which multiline rows count for lines whose product has a multiline group (rule M1). */
  public enum GroupedLines {
    GROUP_ROWS,
    GROUP_AND_ALL_ROWS
  }

  /** Whether quantities in different units are added for multiline discounts (rule M1). */
  public enum MultilineUnits {
    ADDED,
    APART
  }

  /** Whether multiline and total discounts have been calculated (rules M1, T1). */
  public enum OrderStage {
    ENTERED,
    CALCULATED
  }
}
