package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Item ledger entries and the stock they add up to; they never touch the item itself. */
public final class Stock {
  private static final String SET = "itemLedgerEntries";
  private final Records records;

  public Stock(Records records) {
    this.records = records;
  }

  /** On hand over all locations and variants. */
  public BigDecimal onHand(String itemNumber) {
    return records.matching(SET, "itemNumber", itemNumber).stream()
        .map(entry -> Records.number(entry, "quantity"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Posts a positive or negative adjustment; throws ODataFault for an unknown item. */
  public void adjust(
      String itemNumber, String location, String variant, BigDecimal quantity, String document) {
    if (quantity.signum() == 0) {
      return;
    }
    String type =
        quantity.signum() > 0 ? "Positive_x0020_Adjmt_x002E_" : "Negative_x0020_Adjmt_x002E_";
    post(
        entry(itemNumber, location, variant, quantity)
            .put("entryType", type)
            .put("documentNumber", document));
  }

  /** Posts a sale; the quantity is what left the house, in the line's unit, positive. */
  public void sale(ObjectNode line, ObjectNode order, String shipment, BigDecimal quantity) {
    sold(line, order, quantity.negate(), "Sales_x0020_Shipment", shipment);
  }

  /**
   * Posts what a purchase or transfer brings to a location or takes from it.
   *
   * @param document with {@code number}, {@code itemNumber} and {@code variantCode}
   * @param quantity in base units, negative if taken
   */
  public void moved(
      ObjectNode document, String location, BigDecimal quantity, String type, String documentType) {
    post(
        entry(
                Records.text(document, "itemNumber"),
                location,
                Records.text(document, "variantCode"),
                quantity)
            .put("entryType", type)
            .put("documentNumber", Records.text(document, "number"))
            .put("documentType", documentType));
  }

  /** Posts goods that came back with a credit memo, counted in the line's unit. */
  public void returned(ObjectNode line, ObjectNode memo, BigDecimal quantity) {
    String number = Records.text(memo, "number");
    sold(line, memo, quantity, "Sales_x0020_Credit_x0020_Memo", number);
  }

  private void sold(
      ObjectNode line, ObjectNode document, BigDecimal quantity, String type, String number) {
    post(
        entry(
                Records.text(line, "lineObjectNumber"),
                records.codeOf("locations", Records.text(line, "locationId")),
                records.codeOf("itemVariants", Records.text(line, "itemVariantId")),
                quantity.multiply(new ItemUnits(records).perUnit(line)))
            .put("entryType", "Sale")
            .put("documentNumber", number)
            .put("documentType", type)
            .put("sourceType", "Customer")
            .put("sourceNumber", Records.text(document, "customerNumber")));
  }

  private ObjectNode entry(
      String itemNumber, String location, String variant, BigDecimal quantity) {
    if (records.by("items", "number", itemNumber).isEmpty()) {
      throw Faults.noRecord("Item", "No.='" + itemNumber + "'");
    }
    return records
        .create(SET)
        .put("itemNumber", itemNumber)
        .put("quantity", quantity)
        .put("_location", location)
        .put("_variant", variant);
  }

  private void post(ObjectNode entry) {
    entry
        .put("entryNumber", Integer.parseInt(records.nextNumber("itemLedger", "", 0)))
        .put("postingDate", records.today());
    records.save(SET, entry);
  }
}
