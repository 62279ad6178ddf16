package dev.kontor.twin.financeoperations.records;

import java.util.Locale;

/**
 * What the info log says, in the languages the twin speaks. The wording of {@link #DIMENSION} and
 * {@link #CONFLICT} is the system's own (contract.md §3); the others have its manner only.
 */
public enum Message {
  CANCELED("Update has been canceled.", "Die Aktualisierung wurde abgebrochen."),
  MANDATORY("Field '%s' must be filled in.", "Das Feld '%s' muss ausgefüllt werden."),
  UNKNOWN_VALUE(
      "The value '%s' in field '%s' is not found in the related table '%s'.",
      "Der Wert '%s' in Feld '%s' ist in der zugehörigen Tabelle '%s' nicht vorhanden."),
  DIMENSION(
      "Inventory dimension %s is mandatory and must consequently be specified.",
      "Die Lagerungsdimension %s ist obligatorisch und muss daher angegeben werden."),
  WRONG_SITE(
      "Warehouse %s does not belong to site %s.", "Der Lagerort %s gehört nicht zum Standort %s."),
  EXISTS(
      "Cannot create a record in %s (%s). The record already exists.",
      "Ein Datensatz in %s (%s) kann nicht erstellt werden. Der Datensatz ist bereits vorhanden."),
  CONFLICT(
      "An update conflict occurred due to another user process deleting the record or changing one"
          + " or more fields in the record.",
      "Ein Aktualisierungskonflikt ist aufgetreten, weil ein anderer Benutzerprozess den Datensatz"
          + " gelöscht oder mindestens ein Feld darin geändert hat."),
  NUMBER_IS_DRAWN(
      "The number in field '%s' is drawn from the number sequence and cannot be given.",
      "Die Nummer in Feld '%s' wird aus dem Nummernkreis vergeben und darf nicht angegeben"
          + " werden."),
  NUMBER_IS_GIVEN(
      "The number sequence of field '%s' is manual: a number must be given.",
      "Der Nummernkreis für Feld '%s' ist manuell: Eine Nummer muss angegeben werden."),
  NOT_EDITABLE("Field '%s' cannot be changed.", "Das Feld '%s' darf nicht geändert werden."),
  ON_HOLD("Customer %s is on hold: %s.", "Debitor %s ist gesperrt: %s."),
  ORDER_CLOSED(
      "Sales order %s has the status %s and cannot be changed.",
      "Der Auftrag %s hat den Status %s und kann nicht geändert werden."),
  QUOTATION_CLOSED(
      "Quotation %s has the status %s and cannot be changed.",
      "Das Angebot %s hat den Status %s und kann nicht geändert werden."),
  POSTED(
      "Sales order %s has posted documents and cannot be deleted.",
      "Zum Auftrag %s sind Belege gebucht, er kann nicht gelöscht werden."),
  BELOW_DELIVERED(
      "The quantity must not be less than what has been delivered (%s).",
      "Die Menge darf nicht kleiner sein als die gelieferte (%s)."),
  UNIT(
      "No conversion between units %s and %s of item %s.",
      "Keine Umrechnung zwischen den Einheiten %s und %s für Artikel %s."),
  VARIANT(
      "Item %s has no variant with these product dimensions.",
      "Der Artikel %s hat keine Variante mit diesen Produktdimensionen."),
  ITEM_BLOCKED(
      "Item %s is blocked for sales orders by its product lifecycle state %s.",
      "Der Artikel %s ist durch seinen Produktlebenszyklusstatus %s für Aufträge gesperrt."),
  ITEM_USED(
      "Item %s has transactions and cannot be deleted.",
      "Zum Artikel %s gibt es Buchungen, er kann nicht gelöscht werden."),
  CREDIT_LIMIT(
      "Customer %s exceeds the credit limit of %s; the balance would be %s.",
      "Debitor %s überschreitet das Kreditlimit von %s; der Saldo betrüge %s."),
  JOURNAL_POSTED("Journal %s is posted.", "Das Journal %s ist gebucht."),
  AMOUNT(
      "Either debit or credit must be given.", "Entweder Soll oder Haben muss angegeben werden."),
  STOPPED("Sales order %s must not be processed.", "Der Auftrag %s darf nicht bearbeitet werden."),
  NOTHING_TO_POST("There is nothing to post for %s.", "Für %s ist nichts zu buchen."),
  TOO_MUCH("Only %s of line %s remain.", "Von Position %2$s sind nur noch %1$s übrig.");

  private final String english;
  private final String german;

  Message(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /** The text in the user's language; whatever is not German is English. */
  public String in(String language, Object... words) {
    String pattern = language.toLowerCase(Locale.ROOT).startsWith("de") ? german : english;
    return String.format(Locale.ROOT, pattern, words);
  }
}
