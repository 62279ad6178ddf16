package dev.kontor.connector.magento.changes;

import java.util.List;

/**
 * What belongs to an order and has a time of change of its own. A shipment made through {@code POST
 * /V1/shipment} does not move its order's (magento/observed.md, Fulfilment).
 */
enum Entity {
  ORDERS("orders", "entity_id", "increment_id,state,status"),
  INVOICES("invoices", "order_id", "state"),
  SHIPMENTS("shipments", "order_id", "tracks[entity_id,track_number]"),
  CREDIT_MEMOS("creditmemos", "order_id", "state");

  /** All that belong to an order besides itself. */
  static final List<Entity> PARTS = List.of(INVOICES, SHIPMENTS, CREDIT_MEMOS);

  /** As in an address. */
  final String path;

  /** Field with the order's id. */
  final String order;

  private final String thin;

  Entity(String path, String order, String thin) {
    this.path = path;
    this.order = order;
    this.thin = thin;
  }

  /** Fields that tell its time and that its version is made of. */
  String thin() {
    String ids = this == ORDERS ? "entity_id" : "entity_id," + order;
    return ids + ",created_at,updated_at," + thin;
  }
}
