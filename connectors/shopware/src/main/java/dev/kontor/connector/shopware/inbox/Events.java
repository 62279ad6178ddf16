package dev.kontor.connector.shopware.inbox;

import java.util.List;

/** The shop's events the hub wants to hear of (shopware/contract.md §9). */
public final class Events {

  /**
   * One event.
   *
   * @param privilege the app needs to be told
   * @param liveOnly drafts of an edited order are of no interest; of entities without versions the
   *     shop would then send nothing at all (shopware/observed.md, More oddities)
   */
  public record Event(String name, String privilege, boolean liveOnly) {}

  public static final List<Event> WANTED =
      List.of(
          new Event("checkout.order.placed", "order", true),
          new Event("order.written", "order", true),
          new Event("state_enter.order.state.in_progress", "order", true),
          new Event("state_enter.order.state.completed", "order", true),
          new Event("state_enter.order.state.cancelled", "order", true),
          new Event("state_enter.order_transaction.state.authorized", "order", true),
          new Event("state_enter.order_transaction.state.paid", "order", true),
          new Event("state_enter.order_transaction.state.paid_partially", "order", true),
          new Event("state_enter.order_transaction.state.refunded", "order", true),
          new Event("state_enter.order_transaction.state.refunded_partially", "order", true),
          new Event("state_enter.order_transaction.state.cancelled", "order", true),
          new Event("state_enter.order_delivery.state.shipped", "order", true),
          new Event("state_enter.order_delivery.state.shipped_partially", "order", true),
          new Event("state_enter.order_delivery.state.returned", "order", true),
          new Event("state_enter.order_delivery.state.cancelled", "order", true),
          new Event("product.written", "product", true),
          new Event("customer.written", "customer", false));

  private Events() {}
}
