package dev.kontor.connector.businesscentral.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a sales document, in the company's calendar.
 *
 * @param documentDate what API v2.0 calls {@code orderDate}; it never decides a price (E30)
 * @param workDate today, for a document whose date is blank
 */
public record DocumentDates(
    @Nullable LocalDate postingDate,
    @Nullable LocalDate orderDate,
    @Nullable LocalDate documentDate,
    LocalDate workDate) {

  /** The sales documents that have lines with prices. */
  public enum DocumentType {
    QUOTE,
    ORDER,
    RETURN_ORDER,
    INVOICE,
    CREDIT_MEMO
  }

  /** The date as of which lines are priced (rule 2). */
  public LocalDate priceDate(DocumentType type) {
    LocalDate date =
        switch (type) {
          case INVOICE, CREDIT_MEMO -> postingDate;
          case QUOTE, ORDER, RETURN_ORDER -> orderDate;
        };
    return date == null ? workDate : date;
  }
}
