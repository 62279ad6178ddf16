package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Dimension values of one document or line, written through their parent. */
public final class DimensionSetLineRules implements Rules {
  private final Records records;

  public DimensionSetLineRules(Records records) {
    this.records = records;
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent && !filteredFields.contains("parentId")) {
      throw Faults.dialog("You must specify a parent id to get the dimension set lines.");
    }
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove("dimensionSetLines", Records.text(row, "_key"));
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String code = Records.text(body, "code");
    ObjectNode dimension =
        (body.has("id")
                ? records.byId("dimensions", Records.text(body, "id"))
                : records.by("dimensions", "code", code))
            .orElseThrow(
                () -> Faults.relation("Dimension Code", "Dimension Set Entry", code, "Dimension"));
    String valueCode = Records.text(body, "valueCode");
    ObjectNode value =
        records
            .byCode("dimensionValues", "dimensionId", Records.text(dimension, "id"), valueCode)
            .orElseThrow(
                () ->
                    Faults.relation(
                        "Dimension Value Code",
                        "Dimension Set Entry",
                        valueCode,
                        "Dimension Value"));
    ObjectNode row = records.create("dimensionSetLines");
    row.set("parentId", body.path("parentId"));
    row.set("code", dimension.path("code"));
    row.set("displayName", dimension.path("displayName"));
    row.set("valueId", value.path("id"));
    row.set("valueCode", value.path("code"));
    row.set("valueDisplayName", value.path("displayName"));
    row.put("_key", Records.text(body, "parentId") + "/" + Records.text(dimension, "id"));
    row.set("id", dimension.path("id"));
    return records.save("dimensionSetLines", row);
  }
}
