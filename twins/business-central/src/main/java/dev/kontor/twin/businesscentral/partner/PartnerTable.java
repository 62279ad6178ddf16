package dev.kontor.twin.businesscentral.partner;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a partner's table: each has a key, which its related table has, and nobody else. */
final class PartnerTable implements Rules {
  private static final String CHANGED = "systemModifiedAt";

  private final Records records;
  private final PartnerApp.Page page;

  PartnerTable(Records records, PartnerApp.Page page) {
    this.records = records;
    this.page = page;
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    row.set(CHANGED, row.path("lastModifiedDateTime"));
    return row;
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String key = Records.text(body, page.key());
    if (key.isBlank() || Records.isBlankId(key)) {
      throw Faults.testField(
          "%s must have a value in %s. It cannot be zero or empty."
              .formatted(page.key(), page.set()));
    }
    if (records.by(page.to(), page.field(), key).isEmpty()) {
      throw Faults.relation(page.key(), page.set(), key, page.to());
    }
    if (records.by(page.set(), page.key(), key).isPresent()) {
      throw Faults.duplicate(page.set(), page.key(), key);
    }
    ObjectNode row = records.create(page.set());
    row.setAll(body);
    return records.save(page.set(), row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    Faults.keep(page.set(), row, patch, page.key());
    row.setAll(patch);
    return records.save(page.set(), row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(page.set(), Records.text(row, "id"));
  }
}
