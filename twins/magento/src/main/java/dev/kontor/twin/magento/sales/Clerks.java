package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Reservations;
import tools.jackson.databind.node.ObjectNode;

/** What the shop's people do with an order in the administration. */
public final class Clerks {
  private final Tables tables;
  private final Invoicing invoicing;
  private final Cancelling cancelling;

  public Clerks(Tables tables, Reservations reservations) {
    this.tables = tables;
    this.invoicing = new Invoicing(tables);
    this.cancelling = new Cancelling(tables, reservations);
  }

  /** Money came in: all of the order is invoiced, which offline methods take for paid. */
  public void pay(long order) {
    invoicing.invoice(tables.orders().get(order), Json.object());
  }

  /** Throws IllegalArgumentException where the shop would not cancel it. */
  public void cancel(long order) {
    ObjectNode row = tables.orders().get(order);
    if (!cancelling.cancel(row).asBoolean()) {
      throw new IllegalArgumentException(
          "an order that is " + Row.text(row, "state") + " cannot be cancelled");
    }
  }
}
