package dev.kontor.connector.businesscentral;

/** What setting {@code invoices} lets the hub post. */
enum InvoiceRule {
  NONE("none"),
  /** The invoice of an order of which everything is shipped. */
  SHIPPED("shipped"),
  /** The invoice, and a shipment of what is not shipped yet with it. */
  SHIP_AND_INVOICE("shipAndInvoice");

  private final String word;

  InvoiceRule(String word) {
    this.word = word;
  }

  /**
   * @throws IllegalArgumentException if it is no value of the setting
   */
  static InvoiceRule of(String word) {
    for (InvoiceRule rule : values()) {
      if (rule.word.equals(word)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("invoices: " + word);
  }
}
