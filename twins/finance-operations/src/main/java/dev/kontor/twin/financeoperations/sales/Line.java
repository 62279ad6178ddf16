package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a sales line has come; quantities in its sales unit, negative on a line that returns
 * goods. What no entity shows is kept in fields of the twin's own.
 */
public record Line(ObjectNode row) {
  private static final String DELIVERED = "_delivered";
  private static final String INVOICED = "_invoiced";
  private static final String CANCELED = "_canceled";
  private static final String PICKED = "_picked";

  public static Line of(ObjectNode row) {
    return new Line(row);
  }

  public String lot() {
    return text(row, "InventoryLotId");
  }

  public BigDecimal ordered() {
    return number(row, "OrderedSalesQuantity");
  }

  public BigDecimal delivered() {
    return number(row, DELIVERED);
  }

  public BigDecimal invoiced() {
    return number(row, INVOICED);
  }

  public BigDecimal picked() {
    return number(row, PICKED);
  }

  /** Still to be delivered. */
  public BigDecimal open() {
    return ordered().subtract(number(row, CANCELED)).subtract(delivered());
  }

  /** Delivered and not yet invoiced. */
  public BigDecimal toInvoice() {
    return delivered().subtract(invoiced());
  }

  public boolean isPosted() {
    return delivered().signum() != 0 || invoiced().signum() != 0;
  }

  public void deliver(BigDecimal quantity) {
    row.put(DELIVERED, delivered().add(quantity));
    row.put(PICKED, BigDecimal.ZERO);
  }

  public void invoice(BigDecimal quantity) {
    row.put(INVOICED, invoiced().add(quantity));
  }

  public void pick(BigDecimal quantity) {
    row.put(PICKED, quantity);
  }

  /** What is open will not come. */
  public void cancel() {
    row.put(CANCELED, number(row, CANCELED).add(open()));
  }

  /** By what has been posted. */
  public String status() {
    if (open().signum() != 0) {
      return "Backorder";
    }
    if (delivered().signum() == 0) {
      return ordered().signum() == 0 ? "Backorder" : "Canceled";
    }
    return toInvoice().signum() == 0 ? "Invoiced" : "Delivered";
  }
}
