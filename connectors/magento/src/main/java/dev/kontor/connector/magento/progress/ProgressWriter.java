package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OrderIds;
import dev.kontor.connector.magento.stock.StockSetup;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Shows in the shop what the ERP does with an order: shipments with tracking numbers, invoices if
 * so set, cancellations, comments. The order is looked at before each step, so that what an
 * unanswered call brought about is not done again.
 */
public final class ProgressWriter implements Writer {

  /** Each takes up to six calls, as the shop has no batch for them. */
  private static final int MOST_EVENTS = 10;

  private final MagentoSettings settings;
  private final ShopOrders orders;
  private final Steps steps;

  public ProgressWriter(MagentoApi api, MagentoSettings settings, StockSetup stock) {
    this.settings = settings;
    this.orders = new ShopOrders(api, settings);
    this.steps = new Steps(api, settings, stock);
  }

  @Override
  public int maxBatch() {
    return MOST_EVENTS;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return prepareAll(List.of(new Draft(content, model))).getFirst();
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    Map<String, ShopOrder> known =
        orders.of(
            drafts.stream().map(draft -> draft.content().path("orderId").asString("")).toList());
    List<Prepared> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      try {
        answers.add(prepared(draft.content(), known));
      } catch (FaultException e) {
        answers.add(new Prepared.Refused(e.fault()));
      }
    }
    return answers;
  }

  private Prepared prepared(JsonNode content, Map<String, ShopOrder> known) {
    Progress progress = Progress.of(content);
    return switch (step(progress, known)) {
      case Step.Contradiction(Fault fault) -> new Prepared.Refused(fault);
      case Step.Ship ship when !ship.beyond().isEmpty() ->
          ready(
              content,
              "more left of "
                  + String.join(", ", ship.beyond())
                  + " than the shop's order has open, or less than a whole bundle; that was left");
      case Step.Comment(String text, String why) when why != null -> ready(content, why);
      case Step.Stay(String why) when why != null -> ready(content, why);
      case Step.Ship _, Step.Track _, Step.Invoice _, Step.Cancel _, Step.Comment _, Step.Stay _ ->
          new Prepared.Ready(content, List.of());
    };
  }

  private static Prepared ready(JsonNode content, String note) {
    return new Prepared.Ready(content, List.of(note));
  }

  private Step step(Progress progress, Map<String, ShopOrder> known) {
    ShopOrder order = known.get(progress.orderId());
    if (order == null) {
      throw OrderIds.absent(progress.orderId());
    }
    return Step.of(progress, order, settings);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Write write) {
    try {
      Progress progress = progress(write);
      Map<String, ShopOrder> known = orders.of(List.of(progress.orderId()));
      Step step = step(progress, known);
      return steps.take(step, progress, Objects.requireNonNull(known.get(progress.orderId())));
    } catch (FaultException e) {
      return e.fault();
    }
  }

  private static Progress progress(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      throw new FaultException(
          new Fault.Unsupported("the progress of an order is only told to an order of the shop"));
    }
    Progress progress = Progress.of(write.content());
    if (!progress.orderId().equals(write.targetId())) {
      throw new FaultException(
          new Fault.Invalid("orderId", "is not the order that is written to", null));
    }
    return progress;
  }
}
