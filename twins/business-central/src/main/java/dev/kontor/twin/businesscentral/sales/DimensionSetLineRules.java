package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dimension values of one document or line, written through their parent; texts and order of the
 * refusals are those of Microsoft's page 30022 "APIV2 - Dimension Set Lines".
 */
public final class DimensionSetLineRules implements Rules {
  private static final String SET = "dimensionSetLines";

  private final Records records;

  public DimensionSetLineRules(Records records) {
    this.records = records;
  }

  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    if (!throughParent && !filteredFields.contains("parentId")) {
      throw Faults.dialog("You must get to the parent first to get to the dimension set line.");
    }
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "_key"));
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    if (!body.has("id") && !body.has("code")) {
      throw Faults.dialog("The \"id\" or \"code\" field must be filled in.");
    }
    ObjectNode dimension = dimension(body);
    ObjectNode value = value(body, dimension);
    String key = Records.text(body, "parentId") + "/" + Records.text(dimension, "id");
    if (records.rows().find(records.company(), SET, key).isPresent()) {
      throw Faults.dialog(
          "The dimension set line already exists. Check existing dimension set lines and the default"
              + " dimension set lines on the parent.");
    }
    ObjectNode row = records.create(SET).put("_key", key);
    row.set("parentId", body.path("parentId"));
    row.set("code", dimension.path("code"));
    row.set("displayName", dimension.path("displayName"));
    row.set("id", dimension.path("id"));
    return records.save(SET, with(row, value));
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.has("id") || patch.has("code")) {
      throw Faults.dialog("The \"id\" and \"code\" fields cannot be modified.");
    }
    ObjectNode dimension = records.byId("dimensions", Records.text(row, "id")).orElseThrow();
    return records.save(SET, with(row, value(patch, dimension)));
  }

  private ObjectNode dimension(ObjectNode body) {
    String field = body.has("id") ? "id" : "code";
    String wanted = Records.text(body, field);
    return (field.equals("id")
            ? records.byId("dimensions", wanted)
            : records.by("dimensions", field, wanted))
        .orElseThrow(
            () -> Faults.dialog("The \"%s\" does not match to a Dimension.".formatted(field)));
  }

  private ObjectNode value(ObjectNode body, ObjectNode dimension) {
    String field = body.has("valueId") ? "valueId" : "valueCode";
    String wanted = Records.text(body, field);
    if (wanted.isEmpty()) {
      throw Faults.dialog("The \"valueId\" or \"valueCode\" field must be filled in.");
    }
    return (field.equals("valueId")
            ? records.byId("dimensionValues", wanted)
            : records.byCode(
                "dimensionValues", "dimensionId", Records.text(dimension, "id"), wanted))
        .orElseThrow(
            () ->
                Faults.dialog("The \"%s\" does not match to a Dimension Value.".formatted(field)));
  }

  private static ObjectNode with(ObjectNode row, ObjectNode value) {
    row.set("valueId", value.path("id"));
    row.set("valueCode", value.path("code"));
    row.set("valueDisplayName", value.path("displayName"));
    return row;
  }

  /** A line gets the dimensions of its document as it is inserted, and does not follow it later. */
  static void inherit(Records records, String document, String line) {
    for (ObjectNode row : records.matching(SET, "parentId", document)) {
      row.put("parentId", line).put("_key", line + "/" + Records.text(row, "id"));
      records.save(SET, row);
    }
  }
}
