package dev.kontor.engine.flow;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.model.EntityType;

/** Names the lane of an aggregate: one order with all that happens to it is one lane per target. */
public final class LaneKey {

  /** Priorities up to this one are those of orders with their debtors and answers. */
  public static final int ORDERS = 3;

  /** Of what an initial load brings, behind everything that happens meanwhile. */
  public static final int LOADED = 8;

  private LaneKey() {}

  public static String of(FlowConfig flow, String source, String aggregateId) {
    return String.join("|", flow.to().connection(), flow.to().entity().key(), source, aggregateId);
  }

  /**
   * A debtor's lane: one per target, whichever shop its orders come from.
   *
   * @param name blinded match key
   */
  public static String ofDebtor(FlowConfig flow, String name) {
    return String.join("|", flow.to().connection(), flow.to().entity().key(), name);
  }

  /**
   * Orders before what they need answered, stock after them, so that no catalogue run delays a
   * sale. A buyer waits for an offer as for what becomes of an order.
   */
  public static int priority(FlowConfig flow) {
    return switch (flow.kind()) {
      case CUSTOMERS -> 1;
      case ORDERS, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES -> 2;
      case REPLY -> 3;
      case PROGRESS -> 4;
      case STOCK -> 5;
      case SHARED -> 7;
      case STATE -> state(flow.to().entity());
    };
  }

  private static int state(EntityType entity) {
    if (entity == EntityType.QUOTE) {
      return 4;
    }
    return entity == EntityType.PRICE ? 6 : 7;
  }
}
