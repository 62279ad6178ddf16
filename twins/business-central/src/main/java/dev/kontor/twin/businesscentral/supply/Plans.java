package dev.kontor.twin.businesscentral.supply;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Open documents of one kind by number, as a person enters and treats them. */
final class Plans {
  private final Records records;
  private final String set;
  private final String table;
  private final List<String> fields;

  /**
   * Documents of one table.
   *
   * @param set where they are kept
   * @param table how the ERP calls it
   * @param fields what a person enters beside number, item, variant and quantity
   */
  Plans(Records records, String set, String table, List<String> fields) {
    this.records = records;
    this.set = set;
    this.table = table;
    this.fields = fields;
  }

  /** Adds a document or changes what is named of it; throws ODataFault on a broken reference. */
  void enter(JsonNode entry) {
    String number = Records.text(entry, "number");
    ObjectNode row = records.byId(set, number).orElseGet(Json::object);
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      if (!fields.contains(field.getKey()) && !isUsual(field.getKey())) {
        throw Faults.dialog("The %s has an unknown field '%s'.".formatted(table, field.getKey()));
      }
      row.set(field.getKey(), field.getValue());
    }
    if (number.isEmpty() || Records.number(row, "quantity").signum() <= 0) {
      throw Faults.dialog("The %s needs a number and a quantity above zero.".formatted(table));
    }
    checkItem(row);
    fields.stream().filter(field -> field.endsWith("Code")).forEach(f -> checkLocation(row, f));
    records.save(set, row.put("id", number));
  }

  private static boolean isUsual(String field) {
    return List.of("number", "itemNumber", "variantCode", "quantity").contains(field);
  }

  private void checkItem(ObjectNode row) {
    String item = Records.text(row, "itemNumber");
    String variant = Records.text(row, "variantCode");
    if (records.by("items", "number", item).isEmpty()) {
      throw Faults.relation("No.", table, item, "Item");
    }
    if (!variant.isEmpty()
        && records.byCode("itemVariants", "itemNumber", item, variant).isEmpty()) {
      throw Faults.relation("Variant Code", table, variant, "Item Variant");
    }
  }

  private void checkLocation(ObjectNode row, String field) {
    String code = Records.text(row, field);
    if (!code.isEmpty() && records.by("locations", "code", code).isEmpty()) {
      throw Faults.relation("Location Code", table, code, "Location");
    }
  }

  List<ObjectNode> all() {
    return records.all(set);
  }

  /**
   * Counts pieces of a document as treated; throws ODataFault if there are not so many.
   *
   * @param done field that counts them
   * @param most how many can be
   * @param wanted how many, empty for all
   */
  BigDecimal treat(ObjectNode row, String done, BigDecimal most, Optional<BigDecimal> wanted) {
    BigDecimal pieces = wanted.orElse(most);
    if (pieces.signum() <= 0 || pieces.compareTo(most) > 0) {
      throw Faults.dialog("You cannot handle more than %s units.".formatted(most.toPlainString()));
    }
    records.save(set, row.put(done, Records.number(row, done).add(pieces)));
    return pieces;
  }

  ObjectNode found(String number) {
    return records
        .byId(set, number)
        .orElseThrow(() -> Faults.noRecord(table, "No.='" + number + "'"));
  }
}
