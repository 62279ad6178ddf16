package dev.kontor.twin.businesscentral.master;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Ids;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The units an item may be traded in, each with its content in base units. */
public final class ItemUnits {
  private static final String SET = "itemUnitsOfMeasure";

  private final Records records;

  public ItemUnits(Records records) {
    this.records = records;
  }

  /** Base units in one of this unit; empty when the item has no such unit. */
  public Optional<BigDecimal> perUnit(String itemNumber, String unit) {
    return records
        .byId(SET, id(itemNumber, unit))
        .map(row -> Records.number(row, "quantityPerUnitOfMeasure"));
  }

  /** Base units in one unit of a document line, 1 where the item does not know the unit. */
  public BigDecimal perUnit(ObjectNode line) {
    return perUnit(Records.text(line, "lineObjectNumber"), Records.text(line, "unitOfMeasureCode"))
        .orElse(BigDecimal.ONE);
  }

  /** Adds the unit or changes its content. */
  public ObjectNode set(String itemNumber, String unit, BigDecimal perUnit) {
    String id = id(itemNumber, unit);
    ObjectNode row = records.byId(SET, id).orElseGet(() -> records.create(SET).put("id", id));
    return records.save(
        SET,
        row.put("itemNumber", itemNumber)
            .put("code", unit)
            .put("quantityPerUnitOfMeasure", perUnit));
  }

  /** Takes away all units of a deleted item. */
  void remove(String itemNumber) {
    records
        .matching(SET, "itemNumber", itemNumber)
        .forEach(row -> records.remove(SET, Records.text(row, "id")));
  }

  private static String id(String itemNumber, String unit) {
    return Ids.guid(SET + "/" + itemNumber + "/" + unit);
  }
}
