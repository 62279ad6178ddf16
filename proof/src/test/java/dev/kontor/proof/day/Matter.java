package dev.kontor.proof.day;

import java.util.Set;

/** What both systems are compared about. */
enum Matter {
  ORDER,
  REFUND,
  PROGRESS,
  ARTICLE,
  PRICE,
  STOCK;

  /** Whether a message of that flow may say why the systems differ. */
  boolean isOf(String flow) {
    return switch (this) {
      case ORDER -> Set.of("orders", "customers", "order-reply").contains(flow);
      case REFUND -> Set.of("orders", "refunds").contains(flow);
      case PROGRESS -> Set.of("orders", "progress", "order-reply").contains(flow);
      case ARTICLE -> flow.equals("products");
      case PRICE -> Set.of("products", "prices").contains(flow);
      case STOCK -> Set.of("stock", "orders").contains(flow);
    };
  }
}
