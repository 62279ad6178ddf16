package dev.kontor.connector.financeoperations.pricing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order whose prices are asked for.
 *
 * @param date of entry, in the company's calendar
 * @param shipDate requested; null if there is none, then {@code date} counts
 * @param receiptDate requested; null if there is none, then {@code date} counts
 */
public record SalesOrder(
    PricingCustomer customer,
    String currency,
    LocalDate date,
    @Nullable LocalDate shipDate,
    @Nullable LocalDate receiptDate,
    List<OrderLine> lines) {

  public SalesOrder {
    lines = List.copyOf(lines);
  }

  /** The day as of which is priced (rule P7). */
  LocalDate priceDate(DateType type) {
    LocalDate requested =
        switch (type) {
          case TODAY -> date;
          case REQUESTED_SHIP_DATE -> shipDate;
          case REQUESTED_RECEIPT_DATE -> receiptDate;
        };
    return requested == null ? date : requested;
  }
}
