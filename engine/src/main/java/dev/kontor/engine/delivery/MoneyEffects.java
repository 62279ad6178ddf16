package dev.kontor.engine.delivery;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Money that an order's shop gave back or received, or the order's being due to be invoiced,
 * becomes what the target has for it. Whether the target can enter it yet is the target's
 * knowledge: its writer makes it wait for the order's invoice.
 */
public final class MoneyEffects implements EffectPlanner {

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final LedgerStore ledger;
  private final CustomerRequests customers;
  private final Translator translator;
  private final @Nullable OrderFacts facts;

  public MoneyEffects(
      DataSource database,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      CustomerRequests customers,
      Translator translator) {
    this(database, crossrefs, ledger, customers, translator, null);
  }

  private MoneyEffects(
      DataSource database,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      CustomerRequests customers,
      Translator translator,
      @Nullable OrderFacts facts) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.ledger = ledger;
    this.customers = customers;
    this.translator = translator;
    this.facts = facts;
  }

  @Override
  public EffectPlanner about(FlowLine line, List<Claimed> lanes, Map<Long, JsonNode> documents) {
    return new MoneyEffects(database, crossrefs, ledger, customers, translator, facts(line, lanes));
  }

  private OrderFacts facts(FlowLine line, List<Claimed> lanes) {
    List<String> orders = lanes.stream().map(l -> EffectDelivery.event(l).sourceId()).toList();
    String flow = EffectDelivery.event(lanes.getFirst()).flow();
    return Transactions.run(
        database, c -> OrderFacts.read(c, crossrefs, ledger, line, flow, orders));
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    OrderFacts known = facts == null ? facts(line, List.of(lane)) : facts;
    AtHand.Captured captured = AtHand.Captured.of(translator, line, document);
    Order order = captured.order();
    Optional<Crossref> there = known.inTarget(event.sourceId());
    if (there.isEmpty()) {
      return settled(lane, event, "its order was never transferred");
    }
    boolean open = lane.unfinished().stream().anyMatch(MoneyEffects::isCancellation);
    boolean cancelled = known.isCancelled(event.sourceId()) && !open;
    OrderMoney about = OrderMoney.of(event.event()).orElseThrow();
    about
        .obstacle(order, event.event(), cancelled)
        .ifPresent(
            why -> {
              throw new FaultException(new Fault.Unsupported(why));
            });
    if (cancelled) {
      return settled(lane, event, "its order was cancelled in " + line.to().name());
    }
    if (about.isOfWholeOrder() && lane.unfinished().stream().anyMatch(MoneyEffects::isChange)) {
      return waiting(lane, event);
    }
    String reference = line.from().config().referencePrefix() + order.number();
    return about
        .told(order, event.event(), reference)
        .<Plan>map(told -> new Plan.Write(effect(line, lane, event, order, told, there.get())))
        .orElseGet(() -> settled(lane, event, "the shop does not show it any more"));
  }

  private static Plan settled(Claimed lane, Message event, String reason) {
    return new Plan.Settled(lane.round().finish(event, new MessageState.Skipped(reason)));
  }

  private static Plan waiting(Claimed lane, Message event) {
    String why = "a change of its order is to be carried out or settled first";
    return new Plan.Settled(
        lane.round().finish(event, new MessageState.Waiting(why, "", null, OrderDelivery.RECHECK)));
  }

  private static boolean isChange(Message message) {
    return !message.isNotice() && OrderDecision.holds(message.event());
  }

  private static boolean isCancellation(Message message) {
    return message.event().equals(OrderDecision.CANCELLED);
  }

  private Effect effect(
      FlowLine line,
      Claimed lane,
      Message event,
      Order order,
      OrderMoney.Told told,
      Crossref there) {
    return Effect.of(
            lane,
            event,
            told.model(),
            translator.toTarget(
                line, told.model(), (type, key) -> reference(line, type, key, there)),
            told.reference(),
            null)
        .about(order.customer().matchKey());
  }

  /** The order itself, and its debtor. */
  private Optional<String> reference(FlowLine line, String type, String key, Crossref order) {
    EntityType entity = EntityType.of(type);
    if (entity == EntityType.ORDER) {
      return Optional.of(order.targetId());
    }
    return entity == EntityType.CUSTOMER
        ? customers.known(line, key).map(Crossref::targetId)
        : Optional.empty();
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    round.crossref(
        new Crossref(
            line.from().name(),
            line.config().to().entity(),
            OrderMoney.id(effect.event().event()),
            line.to().name(),
            id,
            number,
            effect.event().contentHash(),
            null));
  }
}
