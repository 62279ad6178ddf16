package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.stock.Deduction;
import dev.kontor.twin.magento.stock.Reservations;
import dev.kontor.twin.magento.stock.Stock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to an order after it was placed. */
public final class LifeRoutes {
  private static final String ITEM = "-item-creation-interface[]";
  private static final String COMMENT = "-comment-creation-interface";
  private static final String ARGUMENTS = "-creation-arguments-interface";

  private final Tables tables;
  private final Shipping shipping;
  private final Invoicing invoicing;
  private final Refunding refunding;
  private final Cancelling cancelling;

  public LifeRoutes(Tables tables, Stock stock, Reservations reservations, Statuses statuses) {
    Deduction deduction = new Deduction(stock, reservations);
    this.tables = tables;
    this.shipping = new Shipping(tables, deduction);
    this.invoicing = new Invoicing(tables);
    this.refunding =
        new Refunding(
            tables, new Returns(tables, deduction, reservations), new Comments(tables, statuses));
    this.cancelling = new Cancelling(tables, reservations);
  }

  public void into(Routes routes) {
    routes
        .on("POST /V1/orders/:id/cancel", r -> cancelling.cancel(order(r, "id")))
        .on("POST /V1/orders/:id/hold", r -> cancelling.hold(order(r, "id")))
        .on("POST /V1/orders/:id/unhold", r -> cancelling.unhold(order(r, "id")))
        .on(
            "POST /V1/order/:orderId/ship",
            r -> shipping.ship(order(r, "orderId"), r.params()),
            document(
                "shipment",
                Param.optional("tracks", "sales-data-shipment-track-creation-interface[]"),
                Param.optional("packages", "sales-data-shipment-package-creation-interface[]")))
        .on(
            "POST /V1/order/:orderId/invoice",
            r -> invoicing.invoice(order(r, "orderId"), r.params()),
            document("invoice", Param.optional("capture", "bool")))
        .on(
            "POST /V1/order/:orderId/refund",
            r -> refunding.refund(order(r, "orderId"), r.params()),
            document("creditmemo"))
        .on(
            "POST /V1/invoice/:invoiceId/refund",
            this::refundInvoice,
            document("creditmemo", Param.optional("isOnline", "bool")))
        .on(
            "POST /V1/shipment/",
            this::saveShipment,
            Param.required("entity", "sales-data-shipment-interface"))
        .on(
            "POST /V1/shipment/track",
            r -> Tracks.save(tables, r.param("entity")),
            Param.required("entity", "sales-data-shipment-track-interface"))
        .on("DELETE /V1/shipment/track/:id", this::removeTrack);
  }

  private static Param[] document(String kind, Param... more) {
    String stem = "sales-data-" + kind;
    Param[] params = new Param[5 + more.length];
    params[0] = Param.optional("items", stem + ITEM);
    params[1] = Param.optional("notify", "bool");
    params[2] = Param.optional("appendComment", "bool");
    params[3] = Param.optional("comment", stem + COMMENT);
    params[4] = Param.optional("arguments", stem + ARGUMENTS);
    System.arraycopy(more, 0, params, 5, more.length);
    return params;
  }

  private ObjectNode order(Request request, String name) {
    return tables.orders().get(request.id(name));
  }

  // Paid outside the shop, so online as offline.
  private JsonNode refundInvoice(Request request) {
    ObjectNode invoice = tables.invoices().get(request.id("invoiceId"));
    return refunding.refund(tables.orders().get(Row.number(invoice, "order_id")), request.params());
  }

  private JsonNode saveShipment(Request request) {
    ObjectNode entity = (ObjectNode) request.param("entity");
    return shipping.save(tables.orders().get(Row.number(entity, "order_id")), entity);
  }

  private JsonNode removeTrack(Request request) {
    long id = request.id("id");
    for (ObjectNode shipment : tables.shipments().all()) {
      var tracks = shipment.path("tracks").iterator();
      while (tracks.hasNext()) {
        if (Row.number(tracks.next(), "entity_id") == id) {
          tracks.remove();
          return BooleanNode.TRUE;
        }
      }
    }
    throw ApiError.notFound();
  }
}
