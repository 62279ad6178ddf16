package dev.kontor.engine.alert;

import dev.kontor.engine.config.FlowKind;
import java.util.Locale;

/** What people call the documents of a flow, counted. */
enum Thing {
  ORDER("order", "orders", "Auftrag", "Aufträge"),
  CUSTOMER("customer", "customers", "Kunde", "Kunden"),
  REPLY(
      "order confirmation to the shop",
      "order confirmations to the shop",
      "Auftragsbestätigung an den Shop",
      "Auftragsbestätigungen an den Shop"),
  REFUND("refund", "refunds", "Erstattung", "Erstattungen"),
  PAYMENT("payment", "payments", "Zahlung", "Zahlungen"),
  SHIPMENT("shipment", "shipments", "Lieferung", "Lieferungen"),
  INVOICE("invoice", "invoices", "Rechnung", "Rechnungen"),
  STOCK("stock figure", "stock figures", "Bestand", "Bestände"),
  ARTICLE("article or price", "articles or prices", "Artikel oder Preis", "Artikel oder Preise"),
  PROGRESS("order status", "order statuses", "Auftragsstand", "Auftragsstände"),
  NOTIFICATION("notification", "notifications", "Meldung", "Meldungen"),
  PERCENT("%", "%", "%", "%");

  private final String one;
  private final String many;
  private final String eins;
  private final String viele;

  Thing(String one, String many, String eins, String viele) {
    this.one = one;
    this.many = many;
    this.eins = eins;
    this.viele = viele;
  }

  /**
   * @param kind as a finding has it
   */
  static Thing of(String kind) {
    return switch (FlowKind.valueOf(kind.toUpperCase(Locale.ROOT))) {
      case ORDERS -> ORDER;
      case CUSTOMERS, SHARED -> CUSTOMER;
      case REPLY -> REPLY;
      case REFUNDS -> REFUND;
      case PAYMENTS -> PAYMENT;
      case SHIPMENTS -> SHIPMENT;
      case INVOICES -> INVOICE;
      case STOCK -> STOCK;
      case STATE -> ARTICLE;
      case PROGRESS -> PROGRESS;
    };
  }

  String counted(long count, Locale language) {
    boolean german = language.getLanguage().equals("de");
    String word = german ? (count == 1 ? eins : viele) : (count == 1 ? one : many);
    return count + " " + word;
  }
}
