package dev.kontor.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of business document the hub translates between systems. */
public enum EntityType {
  PRODUCT,
  PRICE,
  STOCK,
  CUSTOMER,
  ORDER,
  /** What the target of an order has done with it: released, shipped, invoiced. */
  ORDER_PROGRESS,
  PAYMENT,
  SHIPMENT,
  INVOICE,
  CREDIT_MEMO,
  RETURN,
  PAYOUT,
  QUOTE,
  CREDIT_STATUS,
  DOCUMENT_FILE,
  LEAD,
  CASE;

  /** The name used in configuration, database and API: lower case with hyphens. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The type with that {@link #key()}.
   *
   * @throws IllegalArgumentException naming the unknown key
   */
  @JsonCreator
  public static EntityType of(String key) {
    for (EntityType type : values()) {
      if (type.key().equals(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown entity type '" + key + "'");
  }
}
