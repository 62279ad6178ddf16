package dev.kontor.twin.businesscentral.sales;

/** The documents people edit before they are posted, with their sets and names. */
public enum DocumentKind {
  ORDER("salesOrders", "salesOrderLines", "Order"),
  CREDIT_MEMO("salesCreditMemos", "salesCreditMemoLines", "Credit Memo");

  private final String headers;
  private final String lines;
  private final String label;

  DocumentKind(String headers, String lines, String label) {
    this.headers = headers;
    this.lines = lines;
    this.label = label;
  }

  String headers() {
    return headers;
  }

  String lines() {
    return lines;
  }

  /** As error texts name it. */
  String label() {
    return label;
  }
}
