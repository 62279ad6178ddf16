package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Small tables keyed by a code: currencies, terms, units, countries and the like. */
public final class CodeTableRules implements Rules {
  /** Where a code of a table is used: table → set → field. */
  private static final Map<String, Map<String, String>> USERS =
      Map.of(
          "itemCategories", Map.of("items", "itemCategoryCode"),
          "unitsOfMeasure", Map.of("items", "baseUnitOfMeasureCode", "itemUnitsOfMeasure", "code"));

  private final Records records;
  private final String set;
  private final String label;

  public CodeTableRules(Records records, String set, String label) {
    this.records = records;
    this.set = set;
    this.label = label;
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String code = Records.text(body, "code");
    if (code.isBlank()) {
      throw Faults.missingParameter("A \"code\" must be provided.");
    }
    if (records.by(set, "code", code).isPresent()) {
      throw Faults.duplicate(label, "Code", code);
    }
    ObjectNode row = records.create(set);
    row.setAll(body);
    return records.save(set, row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    Faults.keep(label, row, patch, "code");
    row.setAll(patch);
    return records.save(set, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    for (Map.Entry<String, String> user : USERS.getOrDefault(set, Map.of()).entrySet()) {
      if (records.by(user.getKey(), user.getValue(), Records.text(row, "code")).isPresent()) {
        throw Faults.dialog(
            "You cannot delete %s %s because it is used in %s."
                .formatted(label, Records.text(row, "code"), user.getKey()));
      }
    }
    records.remove(set, Records.text(row, "id"));
  }
}
