package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** What makes a variant differ, such as colour and size; a table of the app itself. */
final class VariantOptions implements Rules {
  private static final String SET = "itemVariantOptions";

  private final Records records;

  VariantOptions(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    ObjectNode row = records.create(SET);
    row.setAll(body);
    return checked(row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    return checked(row);
  }

  private ObjectNode checked(ObjectNode row) {
    String item = Records.text(row, "itemNumber");
    String variant = Records.text(row, "variantCode");
    if (records.byCode("itemVariants", "itemNumber", item, variant).isEmpty()) {
      throw Faults.relation("Variant Code", "KTR Item Variant Option", variant, "Item Variant");
    }
    if (row.path("position").asInt() < 1) {
      throw Faults.testField(
          "Position must be greater than or equal to 1 in KTR Item Variant Option.");
    }
    boolean taken =
        records.matching(SET, "itemNumber", item).stream()
            .filter(other -> !Records.text(other, "id").equals(Records.text(row, "id")))
            .anyMatch(
                other ->
                    Records.text(other, "variantCode").equals(variant)
                        && other.path("position").equals(row.path("position")));
    if (taken) {
      throw Faults.duplicate(
          "KTR Item Variant Option", "Item No.,Variant Code,Position", item + "," + variant);
    }
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "id"));
  }
}
