package dev.kontor.model;

/** What an order line stands for, which decides where the ERP books it. */
public enum LineKind {
  /** A stocked or sold article, identified by its SKU. */
  GOODS,
  /** A discount granted by a promotion or coupon; negative. */
  PROMOTION,
  /** A credit granted by hand; negative. */
  CREDIT,
  /** A line without article, written by a person or an extension. */
  CUSTOM,
  /** A shipping or handling charge, or (negative) a discount on it. */
  SHIPPING,
  /** A gift card sold: a liability, not revenue. */
  GIFT_CARD,
  /** A surcharge or fee, e.g. for a payment method. */
  FEE
}
