package dev.kontor.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far the ERP has come with an order: everything it has posted for it.
 *
 * @param orderNumber the ERP's number of the order
 * @param reference the external reference the hub gave it, null if it bears none
 * @param state where the order itself stands
 * @param total what the order itself comes to, in the currency of its documents; null once it is
 *     gone
 * @param shipments oldest first
 * @param invoices oldest first
 * @param creditMemos oldest first
 */
public record OrderProgress(
    String orderNumber,
    @Nullable String reference,
    State state,
    @Nullable Amount total,
    List<Shipment> shipments,
    List<Invoice> invoices,
    List<CreditMemo> creditMemos,
    Map<String, Map<String, JsonNode>> extra) {

  /** Where an order stands in the ERP. */
  public enum State {
    /** May still be changed. */
    OPEN,
    /** Released to the warehouse. */
    RELEASED,
    /** Some pieces have left. */
    SHIPPED_PARTIALLY,
    /** Every piece has left; not all is invoiced. */
    SHIPPED,
    /** Every piece has left and is invoiced. */
    COMPLETED,
    /** It is gone, and nothing was ever posted for it. */
    CANCELLED
  }

  public OrderProgress {
    shipments = List.copyOf(shipments);
    invoices = List.copyOf(invoices);
    creditMemos = List.copyOf(creditMemos);
    extra = Map.copyOf(extra);
  }
}
