package dev.kontor.engine.budget;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.model.EntityType;

/**
 * What a call is made for, most urgent first: orders never wait behind a catalogue run, and every
 * class keeps a share of its own.
 */
public enum CallClass {
  /** Orders with their debtors, answers and look-ups; quotes, which become orders. */
  ORDER(0),
  STOCK(1),
  /** What the shop is told of its orders: files are read for it, many of them. */
  PROGRESS(2),
  PRICE(2),
  /** Products, and whatever nobody marked. */
  CATALOGUE(3);

  private final int tenthsLeft;

  CallClass(int tenthsLeft) {
    this.tenthsLeft = tenthsLeft;
  }

  /** Tenths of what may be asked at once that this class leaves to the more urgent. */
  int tenthsLeft() {
    return tenthsLeft;
  }

  /** Bound around everything that is done for one flow, its reads and look-ups too. */
  public static final ScopedValue<CallClass> CURRENT = ScopedValue.newInstance();

  /** The class of the work this thread does. */
  public static CallClass current() {
    return CURRENT.orElse(CATALOGUE);
  }

  /** The class of all calls made for a flow. */
  public static CallClass of(FlowConfig flow) {
    return switch (flow.kind()) {
      case ORDERS, CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES -> ORDER;
      case STOCK -> STOCK;
      case PROGRESS -> PROGRESS;
      case SHARED -> CATALOGUE;
      case STATE -> state(flow.to().entity());
    };
  }

  private static CallClass state(EntityType entity) {
    if (entity == EntityType.QUOTE) {
      return ORDER;
    }
    return entity == EntityType.PRICE ? PRICE : CATALOGUE;
  }
}
