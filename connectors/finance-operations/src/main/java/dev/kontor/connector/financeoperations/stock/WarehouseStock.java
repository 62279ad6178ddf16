package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Stock on hand as the environment's own entity has it; an item that never moved has no row
 * (finance-operations/contract.md §7). What is to leave is on order, reserved of what lies there,
 * or reserved of what is ordered: three sums that do not overlap (AX 2012 reference,
 * InventOnHandQty.availTotal and availReservation).
 */
final class WarehouseStock implements StockSource {

  private static final String SET = "WarehousesOnHandV2";
  private static final String WAREHOUSE = "InventoryWarehouseId";
  private static final String ON_HAND = "OnHandQuantity";

  /** Rows of one item, most of the time: sites, warehouses and variants. */
  private static final int ROWS = 8;

  private static final int LEAST = 200;

  private static final List<String> DEMAND =
      List.of("OnOrderQuantity", "ReservedOnHandQuantity", "ReservedOrderedQuantity");

  private static final List<String> FIELDS =
      Stream.of(
              List.of(FnoApi.COMPANY, Released.ITEM, WAREHOUSE, ON_HAND),
              DEMAND,
              Released.dimensions())
          .flatMap(List::stream)
          .toList();

  private final FnoApi api;

  WarehouseStock(FnoApi api) {
    this.api = api;
  }

  /** Of an item whose rows may go on behind the page, all are read. */
  @Override
  public Part after(String item, int most) {
    int asked = Math.max(LEAST, most * ROWS);
    List<JsonNode> rows = new ArrayList<>(api.after(SET, Released.ITEM, item, asked, FIELDS));
    if (rows.isEmpty()) {
      return new Part(List.of(), "");
    }
    String last = Row.text(rows.getLast(), Released.ITEM);
    if (rows.size() == asked) {
      rows.removeIf(row -> Row.text(row, Released.ITEM).equals(last));
      rows.addAll(api.rows(SET, FnoApi.equal(Released.ITEM, last), FIELDS));
    }
    return new Part(levels(rows), last);
  }

  @Override
  public List<Level> of(Collection<String> items) {
    return levels(api.rowsOf(SET, Released.ITEM, items, FIELDS));
  }

  private static List<Level> levels(List<JsonNode> rows) {
    return rows.stream()
        .map(
            row ->
                new Level(
                    Row.text(row, Released.ITEM),
                    Released.dimensions().stream().map(field -> Row.text(row, field)).toList(),
                    Row.text(row, WAREHOUSE),
                    Row.number(row, ON_HAND),
                    DEMAND.stream()
                        .map(field -> Row.number(row, field))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                    BigDecimal.ZERO))
        .toList();
  }
}
