package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProgressSettings;
import dev.kontor.connector.magento.ProgressSettings.Invoices;
import dev.kontor.connector.magento.order.Marks;
import dev.kontor.connector.magento.order.ShippedPieces;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an event asks of the shop, by how the order stands there; nothing is asked twice. */
sealed interface Step {

  /**
   * A shipment to make.
   *
   * @param items pieces by id of the order's row
   * @param beyond articles of which more left than the shop can be told
   */
  record Ship(Map<String, BigDecimal> items, Set<String> beyond) implements Step {}

  /** Tracking numbers to add to a shipment the shop has, and a comment if it was its own. */
  record Track(JsonNode shipment, @Nullable String comment) implements Step {}

  /** An invoice of everything that is not invoiced yet. */
  record Invoice(String comment) implements Step {}

  record Cancel() implements Step {}

  /**
   * A comment, unless the order has it.
   *
   * @param why nothing more is done, null if that goes without saying
   */
  record Comment(String text, @Nullable String why) implements Step {}

  /** Nothing to do. */
  record Stay(@Nullable String why) implements Step {}

  /** The shop contradicts; a person decides. */
  record Contradiction(Fault fault) implements Step {}

  static Step of(Progress progress, ShopOrder order, MagentoSettings settings) {
    ProgressSettings wanted = settings.progress();
    return switch (progress.kind()) {
      case RELEASED -> new Comment("ERP released the order", null);
      case SHIPPED -> shipped(progress, order);
      case INVOICED -> invoiced(progress, order, wanted.invoices());
      case CREDITED -> new Comment("ERP credit memo " + progress.paper() + progress.told(), null);
      case CANCELLED ->
          wanted.cancel()
              ? cancelled(order)
              : new Stay("the setting progress.cancel is off; the order's state was left");
    };
  }

  private static Step shipped(Progress progress, ShopOrder order) {
    JsonNode made = order.madeFor(progress.paper());
    JsonNode known = made == null ? order.foundFor(progress.paper()) : made;
    if (known != null) {
      return new Track(known, null);
    }
    JsonNode own = order.own(progress.shipped().pieces());
    if (own != null) {
      return new Track(own, Marks.shownAlready(progress.paper(), ShopOrder.number(own)));
    }
    if (order.is("holded", "payment_review", "canceled")) {
      return contradicts(
          "shipment", "left the warehouse, but the shop's order is " + order.state());
    }
    boolean all = progress.state() == State.SHIPPED || progress.state() == State.COMPLETED;
    ShippedPieces pieces = ShippedPieces.of(order.json(), progress.shipped().pieces(), all);
    return pieces.items().isEmpty()
        ? new Comment(
            Marks.shipment(progress.paper()) + progress.told(),
            "nothing of it is open in the shop's order, or no whole bundle left")
        : new Ship(pieces.items(), pieces.beyond());
  }

  private static Step invoiced(Progress progress, ShopOrder order, Invoices wanted) {
    String comment = Marks.invoice(progress.paper(), progress.told());
    if (wanted == Invoices.COMMENT || order.says(comment)) {
      return new Comment(comment, null);
    }
    if (!isWhole(progress, order)) {
      return new Comment(
          comment, "an invoice of a part is made in the shop with the last one, for all of it");
    }
    if (order.isInvoiced()) {
      return new Comment(comment, "the shop has invoiced everything already");
    }
    return order.is("holded", "payment_review", "canceled", "closed")
        ? contradicts("invoice", "was posted, but the shop's order is " + order.state())
        : new Invoice(comment);
  }

  /** By the ERP's invoices nothing is left to be invoiced. */
  private static boolean isWhole(Progress progress, ShopOrder order) {
    BigDecimal amount = progress.amount();
    return progress.state() == State.COMPLETED
        || (amount != null && amount.compareTo(order.total(progress.currency())) >= 0);
  }

  private static Step cancelled(ShopOrder order) {
    if (order.is("canceled")) {
      return new Stay(null);
    }
    return order.is("new", "pending_payment", "processing")
        ? new Cancel()
        : contradicts("kind", "is CANCELLED, but the shop's order is " + order.state());
  }

  static Contradiction contradicts(String field, String problem) {
    return new Contradiction(
        new Fault.Invalid(field, problem + "; put it right there, then resubmit", null));
  }
}
