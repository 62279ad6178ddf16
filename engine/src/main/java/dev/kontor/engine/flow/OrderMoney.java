package dev.kontor.engine.flow;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.OrderShipment;
import dev.kontor.model.OrderState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What can happen to the money and the goods of an order, and whether it is invoiced. It is an
 * event of the order's lane, holds nothing up there, and is carried out by a flow of its own.
 */
public enum OrderMoney {
  /** Received, and lost again: {@code paid:}, {@code unpaid:}. */
  PAYMENTS(FlowKind.PAYMENTS) {
    @Override
    boolean has(String event) {
      return PaymentEvents.isPayment(event);
    }

    @Override
    List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
      return PaymentEvents.shown(order, before, conditions);
    }

    @Override
    public Optional<Told> told(Order order, String event, String reference) {
      return PaymentEvents.payment(order, event)
          .map(p -> new Told(ModelJson.tree(p), reference(reference, event)));
    }

    @Override
    public String reference(String orderReference, String event) {
      return OrderPayment.reference(orderReference, id(event));
    }

    @Override
    public Optional<String> obstacle(Order order, String event, boolean cancelled) {
      return PaymentEvents.obstacle(order, event, cancelled);
    }
  },
  /** Given back, and called off again: {@code refunded:}, {@code unrefunded:}. */
  REFUNDS(FlowKind.REFUNDS) {
    @Override
    boolean has(String event) {
      return RefundEvents.isRefund(event);
    }

    @Override
    List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
      return RefundEvents.shown(order, before, conditions);
    }

    @Override
    public Optional<Told> told(Order order, String event, String reference) {
      return RefundEvents.refund(order, event)
          .map(refund -> new OrderRefund(order, refund))
          .map(r -> new Told(ModelJson.tree(r), reference(reference, event)));
    }

    @Override
    public String reference(String orderReference, String event) {
      return OrderRefund.reference(orderReference, id(event));
    }

    @Override
    public Optional<String> obstacle(Order order, String event, boolean cancelled) {
      return RefundEvents.obstacle(order, event);
    }
  },
  /** Deliveries that left: {@code dispatched:}. */
  SHIPMENTS(FlowKind.SHIPMENTS) {
    @Override
    boolean has(String event) {
      return ShipmentEvents.isShipment(event);
    }

    @Override
    List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
      return ShipmentEvents.shown(order, conditions);
    }

    @Override
    public Optional<Told> told(Order order, String event, String reference) {
      return ShipmentEvents.shipment(order, event)
          .map(s -> new Told(ModelJson.tree(s), reference(reference, event)));
    }

    @Override
    public String reference(String orderReference, String event) {
      return OrderShipment.reference(orderReference, id(event));
    }

    @Override
    public boolean isOfWholeOrder() {
      return true;
    }
  },
  /** To be invoiced as it is now: {@code billable:}. */
  INVOICES(FlowKind.INVOICES) {
    @Override
    boolean has(String event) {
      return InvoiceEvents.isInvoice(event);
    }

    @Override
    List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions) {
      return InvoiceEvents.shown(order, conditions);
    }

    @Override
    public Optional<Told> told(Order order, String event, String reference) {
      return Optional.of(new Told(ModelJson.tree(order), reference(reference, event)));
    }

    @Override
    public String reference(String orderReference, String event) {
      return orderReference;
    }

    @Override
    public boolean isOfWholeOrder() {
      return true;
    }
  };

  /**
   * What an event is about.
   *
   * @param model the order with that part of it, for the mapping
   * @param reference external reference of what the target makes of it
   */
  public record Told(JsonNode model, String reference) {}

  /**
   * @param emit events that the ledger does not know yet, or that it skipped as their order was not
   *     wanted then; in the order they happened
   * @param refresh events that were not sent: they take this newer snapshot and are tried again
   * @param withdraw events that were not sent and that the shop does not show any more
   */
  public record Decision(
      List<OrderDecision.Emit> emit, List<KnownEvent> refresh, List<KnownEvent> withdraw) {

    static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());
  }

  private final FlowKind kind;

  OrderMoney(FlowKind kind) {
    this.kind = kind;
  }

  /**
   * What flows of that kind carry out.
   *
   * @throws IllegalArgumentException if that is something else
   */
  public static OrderMoney of(FlowKind kind) {
    return Arrays.stream(values())
        .filter(money -> money.kind == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " is about no money of orders"));
  }

  /** What an event of an order's lane is about; empty if about the order itself. */
  public static Optional<OrderMoney> of(String event) {
    return Arrays.stream(values()).filter(money -> money.has(event)).findFirst();
  }

  /** The id of what an event is about, the same in every later version of the order. */
  public static String id(String event) {
    return event.substring(event.indexOf(':') + 1);
  }

  abstract boolean has(String event);

  /** Events of this snapshot, in the order they happened. */
  abstract List<String> shown(Order order, List<KnownEvent> before, ExportConditions conditions);

  /**
   * @param reference of the order
   * @return empty if the order does not show it any more
   */
  public abstract Optional<Told> told(Order order, String event, String reference);

  /** The external reference of what the target makes of an event. */
  public abstract String reference(String orderReference, String event);

  /**
   * Whether it is about all of the order, which can hardly be changed afterwards: it waits for
   * every change of the order that stands in the lane, before it or behind it.
   */
  public boolean isOfWholeOrder() {
    return false;
  }

  /**
   * Why a person must see to the event, whatever the target says.
   *
   * @param cancelled whether the target has been told that the order is cancelled
   */
  public Optional<String> obstacle(Order order, String event, boolean cancelled) {
    return Optional.empty();
  }

  /**
   * What a fresh snapshot means, given the events already known; pure. Only of an order that is or
   * will be in the target.
   *
   * @param known events of this order, oldest first
   * @param decided what this snapshot means for the order itself
   * @param conditions what was recorded before {@code from} is left to people
   */
  public Decision decide(
      Order order, List<KnownEvent> known, OrderDecision decided, ExportConditions conditions) {
    if (!isTransferred(known, decided)) {
      return Decision.NOTHING;
    }
    List<KnownEvent> before = known.stream().filter(e -> has(e.event())).toList();
    List<String> shown = shown(order, before, conditions);
    List<OrderDecision.Emit> emit =
        shown.stream()
            .filter(event -> isNews(order, event, before))
            .map(event -> new OrderDecision.Emit(event, count(event, before)))
            .toList();
    var unsent =
        before.stream()
            .filter(KnownEvent::isUnsent)
            .collect(Collectors.partitioningBy(e -> shown.contains(e.event())));
    return new Decision(
        emit, unsent.getOrDefault(true, List.of()), unsent.getOrDefault(false, List.of()));
  }

  private static boolean isNews(Order order, String event, List<KnownEvent> before) {
    boolean skipped =
        before.stream().filter(e -> e.event().equals(event)).allMatch(KnownEvent::isSkipped);
    return skipped && (count(event, before) == 0 || order.state() != OrderState.CANCELLED);
  }

  private static int count(String event, List<KnownEvent> before) {
    return (int) before.stream().filter(e -> e.event().equals(event)).count();
  }

  private static boolean isTransferred(List<KnownEvent> known, OrderDecision decided) {
    return decided instanceof OrderDecision.Emit
        || known.stream()
            .filter(e -> e.event().equals(OrderDecision.CREATED))
            .reduce((a, b) -> b)
            .filter(e -> !e.isSkipped() && !e.isDiscarded())
            .isPresent();
  }
}
