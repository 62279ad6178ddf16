package dev.kontor.twin.financeoperations.stock;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Records;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stock by article, product dimensions and warehouse. Rows exist only where something moved, was
 * reserved or ordered (contract.md §7).
 */
public final class Stock {
  private final Records records;

  public Stock(Records records) {
    this.records = records;
  }

  /** Moves pieces in (positive) or out. */
  public void move(Place place, BigDecimal quantity) {
    change(place, "OnHandQuantity", quantity);
  }

  /** Reserves pieces on hand (positive) or gives them free. */
  public void reserve(Place place, BigDecimal quantity) {
    change(place, "ReservedOnHandQuantity", quantity);
  }

  /** Demand of open sales lines that is not reserved; it makes a row, too. */
  public void demand(Place place, BigDecimal quantity) {
    change(place, "OnOrderQuantity", quantity);
  }

  /** What may still be reserved. */
  public BigDecimal available(Place place) {
    return number(place.row(records), "AvailableOnHandQuantity");
  }

  private void change(Place place, String field, BigDecimal by) {
    if (by.signum() != 0) {
      ObjectNode row = place.row(records);
      row.put(field, number(row, field).add(by));
      BigDecimal free =
          number(row, "OnHandQuantity").subtract(number(row, "ReservedOnHandQuantity"));
      BigDecimal ordered =
          number(row, "OrderedQuantity").subtract(number(row, "ReservedOrderedQuantity"));
      row.put("AvailableOnHandQuantity", free)
          .put("AvailableOrderedQuantity", ordered)
          .put("TotalAvailableQuantity", free.add(ordered));
      records.put(Place.SOURCE, row);
    }
  }

  /** Whether goods of this article are kept at all. */
  public boolean isKept(String company, String item) {
    return records
        .find(company, "products", item)
        .filter(p -> text(p, "ProductType").equals("Item"))
        .isPresent();
  }
}
