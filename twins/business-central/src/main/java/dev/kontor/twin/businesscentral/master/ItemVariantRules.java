package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** Variants belong to an item, named by id or number; the code is unique within it. */
public final class ItemVariantRules implements Rules {
  private static final String SET = "itemVariants";
  private final Records records;

  public ItemVariantRules(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    ObjectNode item = item(body);
    String code = Records.text(body, "code");
    if (code.isBlank()) {
      throw Faults.missingParameter("A \"code\" must be provided.");
    }
    if (records.byCode(SET, "itemId", Records.text(item, "id"), code).isPresent()) {
      throw Faults.duplicate("Item Variant", "Item No.,Code", code);
    }
    ObjectNode row = records.create(SET);
    row.setAll(body);
    row.set("itemId", item.path("id"));
    row.set("itemNumber", item.path("number"));
    Pictures.make(records, "Item_x0020_Variant", Records.text(row, "id"));
    return records.save(SET, row);
  }

  private ObjectNode item(ObjectNode body) {
    String field = body.has("itemId") ? "itemId" : "itemNumber";
    return records.named(
        "items",
        Records.text(body, "itemId"),
        Records.text(body, "itemNumber"),
        Faults.dialog("The \"%s\" does not match to an Item.".formatted(field)),
        Faults.dialog("The item values do not match to a specific Item."));
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    Faults.keep("Item Variant", row, patch, "itemId", "itemNumber", "code");
    row.setAll(patch);
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    String id = Records.text(row, "id");
    String code = Records.text(row, "code");
    if (records
        .matching("itemLedgerEntries", "itemNumber", Records.text(row, "itemNumber"))
        .stream()
        .anyMatch(entry -> Records.text(entry, "_variant").equals(code))) {
      throw Faults.dialog(
          "You cannot delete item variant %s because there is at least one item ledger entry that includes this Variant Code."
              .formatted(code));
    }
    Pictures.remove(records, id);
    records.remove(SET, id);
  }
}
