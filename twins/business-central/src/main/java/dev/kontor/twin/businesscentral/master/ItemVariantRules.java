package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Variants belong to an item, named by id or number. */
public final class ItemVariantRules implements Rules {
  private static final String SET = "itemVariants";
  private final Records records;

  public ItemVariantRules(Records records) {
    this.records = records;
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    Optional<ObjectNode> item =
        body.has("itemId")
            ? records.byId("items", Records.text(body, "itemId"))
            : records.by("items", "number", Records.text(body, "itemNumber"));
    ObjectNode row = records.create(SET);
    row.setAll(body);
    item.ifPresentOrElse(
        found -> {
          row.set("itemId", found.path("id"));
          row.set("itemNumber", found.path("number"));
        },
        () -> {
          throw Faults.dialog("The \"itemId\" does not match to an Item.");
        });
    return records.save(SET, row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "id"));
  }
}
