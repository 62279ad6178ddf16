package dev.kontor.engine.desk;

import dev.kontor.engine.desk.DocumentPage.Text;
import java.util.Map;

/**
 * Every sentence people read about a document, in both languages and in one place. {@code %s}
 * stands for names, numbers and reasons, in the same order in both.
 */
enum Words {
  PLACED("placed in %s", "in %s bestellt"),
  RECEIVED("heard of from %s", "von %s erfahren"),
  ENTERED("entered in %s as %s", "in %s angelegt als %s"),
  CHANGED("change carried over to %s", "Änderung nach %s übernommen"),
  CANCELLED("cancelled in %s", "in %s storniert"),
  REOPENED("opened again in %s", "in %s wieder geöffnet"),
  COMPLETED("completed in %s", "in %s vervollständigt"),
  ACCEPTED("%s shows the number it has there", "%s zeigt die dortige Nummer"),
  PAID("payment entered in %s as %s", "Zahlung in %s erfasst als %s"),
  UNPAID("payment taken back in %s", "Zahlung in %s zurückgenommen"),
  REFUNDED("refund credited in %s as %s", "Erstattung in %s gutgeschrieben als %s"),
  DISPATCHED("shipment posted in %s as %s", "Lieferung in %s gebucht als %s"),
  BILLED("invoice posted in %s as %s", "Rechnung in %s gebucht als %s"),
  RELEASED("released in %s", "in %s freigegeben"),
  SHIPPED("shipped, shipment %s", "versendet, Lieferung %s"),
  SHIPPED_TRACKED(
      "shipped with tracking %2$s, shipment %1$s",
      "versendet mit Sendungsnummer %2$s, Lieferung %1$s"),
  INVOICED("invoiced as %s", "berechnet mit %s"),
  CREDITED("credited with %s", "gutgeschrieben mit %s"),
  CALLED_OFF("cancelled there, in %s", "dort, in %s, storniert"),
  WRITTEN("%s carried over to %s", "%s nach %s übertragen"),
  WAITS("waits: %s", "wartet: %s"),
  WAITS_FOR_CUSTOMER("waits for customer: %s", "wartet auf den Kunden: %s"),
  WAITS_FOR_MISSING("waits for something missing: %s", "wartet auf Fehlendes: %s"),
  REHEARSED("rehearsed: %s", "geprobt: %s"),
  HELD("held: %s", "angehalten: %s"),
  RETRIED("%s is tried again by itself: %s", "%s wird von selbst erneut versucht: %s"),
  NO_ANSWER("tried %s×, no answer", "%s× versucht, keine Antwort"),
  THROTTLED("tried %s×, asked to come later", "%s× versucht, um spätere Wiederholung gebeten"),
  REFUSED("tried %s×, refused: %s", "%s× versucht, abgelehnt: %s"),
  SKIPPED("not carried out: %s", "nicht ausgeführt: %s"),
  TRIED_AGAIN("tried again by %s: %s", "erneut angestoßen von %s: %s"),
  GIVEN_UP("given up by %s: %s", "aufgegeben von %s: %s"),
  LEFT_OUT("skipped by %s: %s", "übersprungen von %s: %s"),
  ENTERED_BY_HAND("linked by %s: %s", "verknüpft von %s: %s"),
  DECIDED("decided by %s: %s", "entschieden von %s: %s"),
  ANSWER_SHIPPED(
      "Your order %s has been shipped. Tracking number: %s.",
      "Ihre Bestellung %s wurde versendet. Sendungsnummer: %s."),
  ANSWER_SENT("Your order %s has been shipped.", "Ihre Bestellung %s wurde versendet."),
  ANSWER_CANCELLED("Your order %s has been cancelled.", "Ihre Bestellung %s wurde storniert."),
  ANSWER_ACCEPTED(
      "Your order %s has been accepted and is being processed.",
      "Ihre Bestellung %s ist angenommen und wird bearbeitet."),
  ANSWER_WAITING(
      "We have received your order %s; it will be processed shortly.",
      "Wir haben Ihre Bestellung %s erhalten; sie wird in Kürze bearbeitet."),
  ANSWER_HELD(
      "We have received your order %s and are checking a detail. You need not do anything.",
      "Wir haben Ihre Bestellung %s erhalten und klären gerade eine Einzelheit. Sie müssen nichts tun."),
  ANSWER_SKIPPED(
      "Your order %s is not being processed at present. We will get in touch with you.",
      "Ihre Bestellung %s wird derzeit nicht bearbeitet. Wir melden uns bei Ihnen."),
  ANSWER_CURRENT("%s is up to date.", "%s ist auf dem neuesten Stand."),
  ANSWER_UPDATING("%s is being updated.", "%s wird gerade aktualisiert.");

  private static final Map<String, Text> ENTITIES =
      Map.of(
          "order", new Text("order", "Auftrag"),
          "customer", new Text("customer", "Kunde"),
          "stock", new Text("stock", "Bestand"),
          "product", new Text("article", "Artikel"),
          "price", new Text("price", "Preis"),
          "order-progress", new Text("progress", "Fortschritt"),
          "payment", new Text("payment", "Zahlung"),
          "credit-memo", new Text("credit memo", "Gutschrift"),
          "shipment", new Text("shipment", "Lieferung"),
          "invoice", new Text("invoice", "Rechnung"));

  private final String english;
  private final String german;

  Words(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /** The sentence about these. */
  Text of(Object... about) {
    return new Text(english.formatted(about), german.formatted(about));
  }

  /** The sentence that begins with what something is called in either language. */
  Text about(Text what) {
    return new Text(english.formatted(what.en()), german.formatted(what.de()));
  }

  /** As {@link #about}, and with more that is the same in both. */
  Text about(Text what, String more) {
    return new Text(english.formatted(what.en(), more), german.formatted(what.de(), more));
  }

  /** What people call a kind of document; its own name if nothing else. */
  static Text entity(String key) {
    return ENTITIES.getOrDefault(key, new Text(key, key));
  }
}
