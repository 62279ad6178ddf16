package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** Small tables keyed by a code: currencies, terms, units, countries and the like. */
public final class CodeTableRules implements Rules {
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
    row.setAll(patch);
    return records.save(set, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(set, Records.text(row, "id"));
  }
}
