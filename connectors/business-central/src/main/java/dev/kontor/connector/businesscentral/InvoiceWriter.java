package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Posts orders. The etag of what was judged goes with the action, so an order that changed
 * meanwhile, or was posted by a call that nobody heard of again, is not posted (behaviours.md §4).
 * What is posted already is done.
 */
final class InvoiceWriter implements Writer {

  private static final String ACTION = "Microsoft.NAV.shipAndInvoice";
  private static final String ORDER = "orderId";

  private final Configuration configuration;
  private final Company company;
  private final PostingJudge judge;
  private final OrderFate fate;
  private final PostedInvoices posted;

  InvoiceWriter(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
    this.judge = new PostingJudge(configuration);
    this.fate = new OrderFate(company, configuration.referenceField());
    this.posted = new PostedInvoices(configuration, company);
  }

  @Override
  public int maxBatch() {
    return 1;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    if (configuration.invoices() == InvoiceRule.NONE) {
      return new Prepared.Refused(
          new Fault.Forbidden(
              "invoices",
              "setting invoices lets the hub post none; set it to shipped or shipAndInvoice, or"
                  + " switch the flow off"));
    }
    Optional<JsonNode> open = fate.open(Json.text(content, ORDER, ""));
    Optional<Fault> obstacle = open.flatMap(order -> judge.obstacle(order, content));
    return obstacle
        .<Prepared>map(Prepared.Refused::new)
        .orElseGet(() -> new Prepared.Ready(content, List.of()));
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return OneByOne.write(batch, this::written);
  }

  private Outcome written(Write write) {
    if (write.action() != Write.Action.CREATE) {
      return new Fault.Unsupported("a posted invoice is not changed or taken away by the hub");
    }
    String id = Json.text(write.content(), ORDER, "");
    Optional<JsonNode> open = fate.open(id);
    if (open.isEmpty()) {
      return settled(write.content());
    }
    Optional<Fault> obstacle = judge.obstacle(open.get(), write.content());
    return obstacle.isPresent() ? obstacle.get() : post(open.get(), write.content());
  }

  private Outcome post(JsonNode order, JsonNode content) {
    String id = Json.text(order, "id", "");
    try {
      company
          .client()
          .action(OData.key(OrderParts.ORDERS, id), ACTION, Documents.etag(order), Json.object());
    } catch (FaultException e) {
      boolean refused = e.fault() instanceof Fault.Invalid;
      return refused && fate.open(id).isEmpty()
          ? settled(content)
          : PostingRefusal.explained(e.fault(), "order " + Json.text(order, "number", ""));
    }
    return posted
        .ofOrder(id)
        .map(Documents::written)
        .orElseGet(() -> new Fault.OutcomeUnknown("it was posted and its invoice cannot be read"));
  }

  /** Of an order that is not open any more. */
  private Outcome settled(JsonNode content) {
    return posted
        .ofOrder(Json.text(content, ORDER, ""))
        .map(Documents::written)
        .orElseGet(
            () ->
                new Fault.Invalid(
                    ORDER,
                    "order "
                        + Json.text(content, "orderNumber", "")
                        + " was deleted in Business Central and never invoiced; discard this"
                        + " message",
                    null));
  }
}
