package dev.kontor.engine.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.model.EntityType;
import java.util.Locale;

/**
 * What a document is at large. Systems number articles, orders and customers each by themselves, so
 * that a native id names one of each.
 */
public enum Subject {
  ORDER,
  ARTICLE,
  CUSTOMER;

  /** As the API says it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Subject of(EntityType entity) {
    return switch (entity) {
      case PRODUCT, PRICE, STOCK -> ARTICLE;
      case CUSTOMER, CREDIT_STATUS, LEAD, CASE -> CUSTOMER;
      case ORDER,
          ORDER_PROGRESS,
          PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          DOCUMENT_FILE ->
          ORDER;
    };
  }
}
