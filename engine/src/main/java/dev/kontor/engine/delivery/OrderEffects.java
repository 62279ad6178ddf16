package dev.kontor.engine.delivery;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** An order event: the debtor first, then the order, then the answer to the shop. */
public final class OrderEffects implements EffectPlanner {

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final LedgerStore ledger;
  private final CustomerRequests customers;
  private final SoldGoods soldGoods;
  private final OrderReplies replies;
  private final Translator translator;

  public OrderEffects(
      DataSource database,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      CustomerRequests customers,
      SoldGoods soldGoods,
      OrderReplies replies,
      Translator translator) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.ledger = ledger;
    this.customers = customers;
    this.soldGoods = soldGoods;
    this.replies = replies;
    this.translator = translator;
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    Optional<Crossref> there = inTarget(line, EntityType.ORDER, event.sourceId());
    if (!event.event().equals(OrderDecision.CREATED)) {
      throw new FaultException(
          new Fault.Unsupported(ByHand.remedy(line, event, there.isPresent())));
    }
    if (there.isPresent()) {
      return new Plan.Settled(lane.round().finish(event, already(line, there.get())));
    }
    JsonNode model = translator.toModel(line, document);
    Order order = ModelJson.mapper().treeToValue(model, Order.class);
    return customers
        .require(line, lane, event, order)
        .<Plan>map(Plan.Settled::new)
        .orElseGet(() -> new Plan.Write(effect(line, lane, event, model, order)));
  }

  private static MessageState already(FlowLine line, Crossref there) {
    return new MessageState.Done("already in " + line.to().name() + " as " + there.number());
  }

  private Effect effect(FlowLine line, Claimed lane, Message event, JsonNode model, Order order) {
    return new Effect(
        lane,
        event,
        model,
        translator.toTarget(line, ModelJson.tree(order), (type, key) -> reference(line, type, key)),
        line.from().config().referencePrefix() + order.number(),
        null,
        null,
        order.customer().matchKey(),
        isCancelled(line, event) ? cancelled(line, lane, event) : List.of(),
        List.of());
  }

  private Optional<String> reference(FlowLine line, String type, String key) {
    EntityType entity = EntityType.of(type);
    Optional<Crossref> found =
        entity == EntityType.CUSTOMER ? customers.known(line, key) : inTarget(line, entity, key);
    return found.map(Crossref::targetId);
  }

  private Optional<Crossref> inTarget(FlowLine line, EntityType entity, String sourceId) {
    return Transactions.run(
        database, c -> crossrefs.find(c, line.from().name(), entity, sourceId, line.to().name()));
  }

  /** Whether the shop has cancelled it since it was first sent, with whatever outcome. */
  private boolean isCancelled(FlowLine line, Message event) {
    List<String> words =
        List.of(OrderDecision.CREATED, OrderDecision.CANCELLED, OrderDecision.REOPENED);
    return Transactions.run(
            database, c -> ledger.latest(c, line.name(), event.source(), event.sourceId(), words))
        .filter(OrderDecision.CANCELLED::equals)
        .isPresent();
  }

  /** Its cancellation has nothing left to cancel either. */
  private static List<Finish> cancelled(FlowLine line, Claimed lane, Message created) {
    MessageState never =
        new MessageState.Skipped("cancelled before it arrived in " + line.to().name());
    return lane.unfinished().stream()
        .filter(m -> m.id() == created.id() || m.event().equals(OrderDecision.CANCELLED))
        .map(m -> Finish.quiet(m, never))
        .toList();
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    Crossref crossref =
        new Crossref(
            line.from().name(),
            EntityType.ORDER,
            effect.event().sourceId(),
            line.to().name(),
            id,
            number,
            effect.event().contentHash(),
            null);
    round.crossref(crossref).wake(Rounds.wakeKey(crossref));
    Order order = ModelJson.mapper().treeToValue(effect.model(), Order.class);
    soldGoods.transferred(line, round, order, effect.key());
    replies.answer(line, round, effect, id, number);
  }
}
