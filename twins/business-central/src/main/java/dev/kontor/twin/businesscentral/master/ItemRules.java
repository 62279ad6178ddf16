package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.records.Relations;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Items: stock is the sum of the ledger; writing it posts an adjustment (behaviours.md §8). */
public final class ItemRules implements Rules {
  private static final String SET = "items";
  private static final long FIRST_NUMBER = 1000;

  /** Fields that point elsewhere by id and by code: stem → how. */
  private static final Map<String, Pair> PAIRS =
      Map.of(
          "taxGroup",
          new Pair(
              "taxGroups",
              "a Tax Group",
              "The tax group values do not match to a specific Tax Group."),
          "baseUnitOfMeasure",
          new Pair(
              "unitsOfMeasure",
              "a Unit of Measure",
              "The unit of measure values do not match to a specific Unit of Measure."),
          "itemCategory",
          new Pair(
              "itemCategories",
              "a Item Category",
              "The item categories values do not match to a specific item category."),
          "generalProductPostingGroup",
          new Pair("generalProductPostingGroups", "a Gen. Product Posting Group", ""),
          "inventoryPostingGroup",
          new Pair("inventoryPostingGroups", "an Inventory Posting Group", ""));

  private record Pair(String set, String label, String mismatch) {}

  private final Records records;
  private final Relations relations;
  private final Stock stock;
  private final ItemUnits units;

  public ItemRules(Records records) {
    this.records = records;
    this.relations = new Relations(records, "Item");
    this.stock = new Stock(records);
    this.units = new ItemUnits(records);
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
    return stored(row);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    String number = Records.text(row, "number");
    Faults.keep("Item", row, patch, "number");
    if (patch.has("inventory")) {
      BigDecimal change = Records.number(patch, "inventory").subtract(stock.onHand(number));
      stock.adjust(number, "", "", change, number);
      patch.remove("inventory");
    }
    write(row, patch);
    return stored(row);
  }

  /** Stores an item with what comes with it: the base unit and a place for the picture. */
  private ObjectNode stored(ObjectNode row) {
    String unit = Records.text(row, "baseUnitOfMeasureCode");
    if (!unit.isEmpty()) {
      units.set(Records.text(row, "number"), unit, BigDecimal.ONE);
    }
    Pictures.make(records, "Item", Records.text(row, "id"));
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
    String id = Records.text(row, "id");
    ItemVariantRules variants = new ItemVariantRules(records);
    records.matching("itemVariants", "itemId", id).forEach(v -> variants.delete(scope, v));
    units.remove(number);
    Pictures.remove(records, id);
    records.remove(SET, id);
  }

  private void write(ObjectNode row, ObjectNode body) {
    body.properties().forEach(field -> apply(row, body, field.getKey(), field.getValue()));
  }

  private void apply(ObjectNode row, ObjectNode body, String field, JsonNode value) {
    String stem = field.replaceAll("(Id|Code)$", "");
    Pair pair = stem.equals(field) ? null : PAIRS.get(stem);
    if (pair != null) {
      reference(row, body, stem, field, value.asString(), pair);
      return;
    }
    if (field.startsWith("unit") && Records.number(body, field).signum() < 0) {
      throw Faults.testField(
          "%s must be greater than or equal to 0 in Item.".formatted(caption(field)));
    }
    relations.apply(row, field, value);
  }

  private static String caption(String field) {
    return field.equals("unitPrice") ? "Unit Price" : "Unit Cost";
  }

  private void reference(
      ObjectNode row, ObjectNode body, String stem, String field, String value, Pair pair) {
    if (value.isEmpty() || Records.isBlankId(value)) {
      row.put(stem + "Id", records.blankId()).put(stem + "Code", "");
      return;
    }
    Optional<ObjectNode> found =
        field.endsWith("Id")
            ? records.byId(pair.set(), value)
            : records.by(pair.set(), "code", value);
    ObjectNode target =
        found.orElseThrow(
            () -> Faults.dialog("The \"%s\" does not match to %s.".formatted(field, pair.label())));
    String id = Records.text(body, stem + "Id");
    if (!id.isEmpty() && !Records.isBlankId(id) && !id.equals(Records.text(target, "id"))) {
      throw Faults.dialog(pair.mismatch());
    }
    row.set(stem + "Id", target.path("id"));
    row.set(stem + "Code", target.path("code"));
  }
}
