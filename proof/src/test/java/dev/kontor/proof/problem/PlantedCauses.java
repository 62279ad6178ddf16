package dev.kontor.proof.problem;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Twelve causes as both systems and the hub itself word them, English and German, with everything
 * that differs from one document to the next.
 */
final class PlantedCauses {

  /**
   * @param error with {@code {n}} for a number, {@code {a}} for an amount, {@code {id}} for an id,
   *     {@code {mail}} for an address and {@code {name}} for a name
   */
  record Planted(String flow, String fault, String error) {}

  private static final String REFUSED = "salesOrders: salesOrders answered 400 ";
  private static final String SETUP =
      "(Internal_RecordNotFound): The General Posting Setup does not exist. Identification fields"
          + " and values: Gen. Bus. Posting Group='%s',Gen. Prod. Posting Group='REDUCED',"
          + "Document No.='{n}'  CorrelationId:  {id}.";

  static final List<Planted> ALL =
      List.of(
          new Planted("orders", "Invalid", REFUSED + SETUP.formatted("EU")),
          new Planted("orders", "Invalid", REFUSED + SETUP.formatted("EXPORT")),
          new Planted(
              "orders",
              "Invalid",
              REFUSED
                  + "(Internal_RecordNotFound): Buchungsmatrix Einrichtung ist nicht vorhanden."
                  + " Identifikationsfelder und -werte: Geschäftsbuchungsgruppe='INLAND',"
                  + "Produktbuchungsgruppe='HANDEL',Belegnr.='{n}'  CorrelationId:  {id}."),
          new Planted(
              "customers",
              "Invalid",
              "taxAreaId: customers answered 400 (Internal_InvalidTableRelation): Das Feld"
                  + " Steuergebietscode der Tabelle Debitor {n} enthält einen Wert (OSS-FR), der in"
                  + " der zugehörigen Tabelle (Steuergebiet) nicht gefunden wurde. {id}"),
          new Planted(
              "customers",
              "Invalid",
              "customers: customers answered 400 (Application_FieldValidationException): Customer"
                  + " Posting Group must have a value in Customer: No.=D{n}. It cannot be zero or"
                  + " empty.  CorrelationId:  {id}."),
          new Planted(
              "orders",
              "Missing",
              "no item answers to article number AH-1003; create it in Business Central or correct"
                  + " the number in the shop (waited longer than PT{n}H)"),
          new Planted(
              "orders",
              "Invalid",
              "salesOrderLines[{n}]: setting vat has no entry for tax area EU and tax group REDUCED"
                  + " of item AH-{n}; add it as it stands in VAT Posting Setup"),
          new Planted(
              "orders",
              "Invalid",
              "total: Business Central would compute other totals than the shop for tax area"
                  + " DOMESTIC: 19 %: tax {a} instead of {a}; gross {a} instead of {a}. Correct the"
                  + " tax set-up, or raise setting tolerance (now 0.05)."),
          new Planted(
              "orders",
              "Invalid",
              "shipmentMethodCode: table 'shipment' has no entry for 'DHL Express'; add it under"
                  + " tables.shipment and resubmit (mapping business-central/order.out)"),
          new Planted(
              "products",
              "Invalid",
              "price[{n}].gross: _action/sync answered 400 (FRAMEWORK__WRITE_CONSTRAINT_VIOLATION):"
                  + " This value \"{a}\" should be positive. {id}"),
          new Planted(
              "products",
              "Invalid",
              "name: Dieser Wert sollte nicht leer sein. Artikel {n} \"{name}\" ({id})"),
          new Planted(
              "orders",
              "Ambiguous",
              "erp has 2 documents for S1-{n}: {n}, {n}; merge or correct them, then resubmit"));

  private static final List<String> NAMES = List.of("Änne Großkopf", "O'Neill & Co", "x", "Łukasz");

  private PlantedCauses() {}

  /** What one document of that cause failed with. */
  static String error(Planted cause, Random random) {
    return cause
        .error()
        .replace("{n}", String.valueOf(1 + random.nextInt(999_999)))
        .replace("{a}", random.nextInt(5000) + "." + (10 + random.nextInt(90)))
        .replace("{id}", new UUID(random.nextLong(), random.nextLong()).toString())
        .replace("{mail}", "kunde" + random.nextInt(999) + "@kunde.example")
        .replace("{name}", NAMES.get(random.nextInt(NAMES.size())));
  }
}
