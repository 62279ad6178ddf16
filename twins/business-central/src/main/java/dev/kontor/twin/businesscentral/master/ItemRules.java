package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Items: stock is the sum of the ledger; writing it posts an adjustment (behaviours.md §8). */
public final class ItemRules implements Rules {
  private static final String SET = "items";
  private static final long FIRST_NUMBER = 1000;
  private final Records records;
  private final Relations relations;
  private final Stock stock;

  public ItemRules(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Item");
    this.stock = new Stock(records);
  }

  @Override
  public ObjectNode shown(String scope, ObjectNode row) {
    return row.put("inventory", stock.onHand(Records.text(row, "number")));
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    if (body.has("inventory")) {
      throw Faults.dialog("Inventory cannot be changed during on insert.");
    }
    String number = Records.text(body, "number");
    if (!number.isEmpty() && records.by(SET, "number", number).isPresent()) {
      throw Faults.duplicate("Item", "No.", number);
    }
    ObjectNode row = records.create(SET);
    write(row, body);
    if (number.isEmpty()) {
      row.put("number", records.nextNumber("item", "", FIRST_NUMBER));
    }
    return records.save(SET, row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    if (patch.has("inventory")) {
      String number = Records.text(row, "number");
      BigDecimal change = Records.number(patch, "inventory").subtract(stock.onHand(number));
      stock.adjust(number, "", "", change, number);
      patch.remove("inventory");
    }
    write(row, patch);
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    String number = Records.text(row, "number");
    if (records.by("salesOrderLines", "lineObjectNumber", number).isPresent()
        || records.by("itemLedgerEntries", "itemNumber", number).isPresent()) {
      throw Faults.dialog(
          "You cannot delete Item %s because it has entries or outstanding documents."
              .formatted(number));
    }
    records.remove(SET, Records.text(row, "id"));
  }

  private void write(ObjectNode row, ObjectNode body) {
    body.properties().forEach(field -> apply(row, field.getKey(), field.getValue()));
  }

  private void apply(ObjectNode row, String field, JsonNode value) {
    switch (field) {
      case "taxGroupId", "taxGroupCode" ->
          pair(row, field, value, "taxGroup", "taxGroups", "Tax Group");
      case "baseUnitOfMeasureId", "baseUnitOfMeasureCode" ->
          pair(row, field, value, "baseUnitOfMeasure", "unitsOfMeasure", "Unit of Measure");
      default -> relations.apply(row, field, value);
    }
  }

  private void pair(
      ObjectNode row, String field, JsonNode value, String stem, String set, String label) {
    ObjectNode target =
        (field.endsWith("Id")
                ? records.byId(set, value.asString())
                : records.by(set, "code", value.asString()))
            .orElseThrow(
                () -> Faults.dialog("The \"%s\" does not match to a %s.".formatted(field, label)));
    row.set(stem + "Id", target.path("id"));
    row.set(stem + "Code", target.path("code"));
  }
}
