package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Posts what left the shop's warehouse and is not shipped yet: by the companion app's action, or,
 * where that is not installed and so set, the whole order with its invoice. What is shipped already
 * is done, whoever posted it, so a repetition has no second effect.
 */
final class ShipmentWriter implements Writer {

  private final Configuration configuration;
  private final Company company;
  private final ShipmentPreparation preparation;
  private final ShipmentPosting posting;
  private final InvoiceWriter invoices;
  private final OrderFate fate;
  private final PostedShipments posted;

  ShipmentWriter(
      Configuration configuration, Company company, Items items, InvoiceWriter invoices) {
    this.configuration = configuration;
    this.company = company;
    this.preparation = new ShipmentPreparation(items);
    this.posting = new ShipmentPosting(company);
    this.invoices = invoices;
    this.fate = new OrderFate(company, configuration.referenceField());
    this.posted = new PostedShipments(configuration, company);
  }

  @Override
  public int maxBatch() {
    return 1;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    if (!configuration.postsShipments()) {
      return new Prepared.Refused(
          new Fault.Forbidden(
              "shipments",
              "setting shipments lets the hub post none; set it to post, or switch the flow off"));
    }
    Prepared prepared = preparation.prepare(content, model);
    Fault obstacle = prepared instanceof Prepared.Ready ready ? obstacle(ready.content()) : null;
    return obstacle == null ? prepared : new Prepared.Refused(obstacle);
  }

  private @Nullable Fault obstacle(JsonNode content) {
    Fault bare = company.companion().has(OrderDetails.SET) ? null : withInvoice(content);
    return bare == null
        ? fate.open(id(content)).map(ShipmentWriter::unapproved).orElse(null)
        : bare;
  }

  /** Without the companion app only the whole order can be shipped, with its invoice. */
  private @Nullable Fault withInvoice(JsonNode content) {
    if (configuration.invoices() != InvoiceRule.SHIP_AND_INVOICE) {
      return new Fault.Forbidden(
          OrderDetails.SET,
          "API v2.0 cannot ship an order without invoicing it: install the companion app, or set"
              + " invoices to shipAndInvoice, which posts orders that left as a whole");
    }
    String number = Json.text(content, "orderNumber", "");
    return content.path(ShipmentPlan.LAST).asBoolean(false)
        ? null
        : new Fault.Missing(
            EntityType.SHIPMENT,
            number,
            "order "
                + number
                + " has not left as a whole, and API v2.0 cannot ship a part without invoicing all"
                + " that is shipped; it is posted as soon as the rest has left");
  }

  private static @Nullable Fault unapproved(JsonNode order) {
    String number = Json.text(order, "number", "");
    return Json.option(order, "status").equals("In Review")
        ? new Fault.Missing(
            EntityType.SHIPMENT,
            number,
            "order " + number + " waits for its approval; it is shipped as soon as it is approved")
        : null;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return OneByOne.write(batch, this::written);
  }

  private Outcome written(Write write) {
    if (write.action() != Write.Action.CREATE) {
      return new Fault.Unsupported("a posted shipment is not changed or taken away by the hub");
    }
    Outcome outcome =
        company.companion().has(OrderDetails.SET)
            ? posting.ship(id(write.content()), write.content())
            : invoices.write(List.of(write)).getFirst();
    return outcome instanceof Outcome.Written ? posted.written(write.reference()) : outcome;
  }

  private static String id(JsonNode content) {
    return Json.text(content, "orderId", "");
  }
}
