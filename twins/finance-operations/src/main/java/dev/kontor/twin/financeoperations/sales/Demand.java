package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.stock.Place;
import dev.kontor.twin.financeoperations.stock.Stock;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the open quantity of a line does to stock: demand, and a reservation only where the line
 * reserves automatically (contract.md §7). Quantities in the inventory unit.
 */
public final class Demand {
  private static final String DEMANDED = "_demanded";
  private static final String RESERVED = "_reserved";

  private final Records records;
  private final Stock stock;
  private final Units units;

  public Demand(Records records) {
    this.records = records;
    this.stock = new Stock(records);
    this.units = new Units(records);
  }

  /** Books what is open; the line must hold nothing. */
  public void book(ObjectNode line) {
    if (!stock.isKept(text(line, "dataAreaId"), text(line, "ItemNumber"))) {
      return;
    }
    Place place = Place.ofLine(line);
    BigDecimal open = inventory(line, Line.of(line).open()).max(BigDecimal.ZERO);
    boolean reserves = text(line, "InventoryReservationMethod").equals("Automatic");
    BigDecimal reserved =
        reserves ? open.min(stock.available(place).max(BigDecimal.ZERO)) : BigDecimal.ZERO;
    stock.reserve(place, reserved);
    stock.demand(place, open.subtract(reserved));
    line.put(RESERVED, reserved).put(DEMANDED, open.subtract(reserved));
  }

  /** Gives back what the line holds; to be called before it changes. */
  public void giveBack(ObjectNode line) {
    Place place = Place.ofLine(line);
    stock.reserve(place, number(line, RESERVED).negate());
    stock.demand(place, number(line, DEMANDED).negate());
    line.put(RESERVED, BigDecimal.ZERO).put(DEMANDED, BigDecimal.ZERO);
  }

  /** Takes delivered goods out of stock; returned ones come in. */
  public void deliver(ObjectNode line, BigDecimal quantity) {
    if (stock.isKept(text(line, "dataAreaId"), text(line, "ItemNumber"))) {
      stock.move(Place.ofLine(line), inventory(line, quantity).negate());
    }
  }

  private BigDecimal inventory(ObjectNode line, BigDecimal quantity) {
    ObjectNode product =
        records.find(text(line, "dataAreaId"), "products", text(line, "ItemNumber")).orElseThrow();
    return quantity.multiply(
        units.factor(product, text(line, "SalesUnitSymbol"), text(product, "InventoryUnitSymbol")));
  }
}
