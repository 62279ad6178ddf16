package dev.kontor.twin.financeoperations.events;

/**
 * The events the twin raises. Their exact ids are not settled by any source (contract.md §13); a
 * real system lists them in its catalog.
 */
public enum Kind {
  ORDER_CONFIRMED("SalesOrderConfirmedBusinessEvent"),
  INVOICE_POSTED("SalesInvoicePostedBusinessEvent"),
  PAYMENT_POSTED("CustomerPaymentPostedBusinessEvent"),
  /** Sent when an endpoint is activated. */
  TEST("BusinessEventsTestBusinessEvent");

  private final String id;

  Kind(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
