package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order event: the debtor first, then the order, then the answer to the shop. */
public final class OrderEffects implements EffectPlanner {

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final LedgerStore ledger;
  private final CustomerRequests customers;
  private final LastWritten written;
  private final SoldGoods soldGoods;
  private final OrderReplies replies;
  private final ProgressNotices progress;
  private final Translator translator;

  public OrderEffects(
      DataSource database,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      CustomerRequests customers,
      LastWritten written,
      SoldGoods soldGoods,
      OrderReplies replies,
      ProgressNotices progress,
      Translator translator) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.ledger = ledger;
    this.customers = customers;
    this.written = written;
    this.soldGoods = soldGoods;
    this.replies = replies;
    this.progress = progress;
    this.translator = translator;
  }

  @Override
  public EffectPlanner about(FlowLine line, List<Claimed> lanes, Map<Long, JsonNode> documents) {
    List<String> orders = lanes.stream().map(l -> EffectDelivery.event(l).sourceId()).toList();
    return new Informed(
        Transactions.single(database, c -> OrderFacts.read(c, crossrefs, ledger, line, orders)),
        new OrderBatch(line, translator, customers, lanes, documents));
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    return about(line, List.of(lane), Map.of()).plan(line, lane, document);
  }

  private final class Informed implements EffectPlanner {
    private final OrderFacts facts;
    private final OrderBatch batch;
    private final Map<String, Order> orders = new HashMap<>();

    private Informed(OrderFacts facts, OrderBatch batch) {
      this.facts = facts;
      this.batch = batch;
    }

    @Override
    public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
      Message event = EffectDelivery.event(lane);
      Optional<Crossref> there = facts.inTarget(event.sourceId());
      if (!event.event().equals(OrderDecision.CREATED)) {
        return followUp(line, lane, event, document, there);
      }
      if (there.isPresent() && !there.get().isLinked()) {
        return new Plan.Settled(lane.round().finish(event, already(line, there.get())));
      }
      AtHand.Captured captured = batch.order(lane, document);
      if (there.isPresent()) {
        return new Plan.Settled(linked(line, lane, event, captured.order(), there.get()));
      }
      orders.put(Objects.requireNonNull(event.effectKey()), captured.order());
      List<Finish> instead =
          facts.isCancelled(event.sourceId()) ? cancelled(line, lane, event) : List.of();
      return customers
          .require(line, lane, event, captured.order(), batch)
          .<Plan>map(Plan.Settled::new)
          .orElseGet(
              () ->
                  new Plan.Write(
                      effect(line, lane, event, captured, batch, null).instead(instead)));
    }

    /** What happened to an order after its transfer, where the target lets the hub do it. */
    private Plan followUp(
        FlowLine line, Claimed lane, Message event, JsonNode document, Optional<Crossref> there) {
      String id = there.map(Crossref::targetId).orElse(null);
      boolean cancelled = isCancellation(event);
      boolean edited = event.event().startsWith(OrderDecision.EDITED);
      boolean able =
          line.to().descriptor().can(EntityType.ORDER, cancelled ? Ability.DELETE : Ability.UPDATE);
      if (id == null && cancelled && (able || mayArrive(lane))) {
        throw new FaultException(
            new Fault.Missing(
                EntityType.ORDER, event.sourceId(), ByHand.remedy(line, event, false)));
      }
      boolean completed = Completion.is(event);
      if (id == null || !able || !(cancelled || edited || completed)) {
        throw new FaultException(
            new Fault.Unsupported(ByHand.remedy(line, event, there.isPresent())));
      }
      AtHand.Captured captured = batch.order(lane, document);
      Optional<FlowConfig> rightful = line.rightful(captured.order());
      if (edited && rightful.isPresent()) {
        throw new FaultException(new Fault.Unsupported(ByHand.moved(line, event, rightful.get())));
      }
      orders.put(Objects.requireNonNull(event.effectKey()), captured.order());
      if (cancelled) {
        return new Plan.Write(effect(line, lane, event, captured, batch, id).removal());
      }
      JsonNode before = completed ? ModelJson.mapper().createObjectNode() : written.of(line, event);
      // Of a linked order the debtor need not be known yet.
      return customers
          .require(line, lane, event, captured.order(), batch)
          .<Plan>map(Plan.Settled::new)
          .orElseGet(
              () -> new Plan.Write(effect(line, lane, event, captured, batch, id).after(before)));
    }

    @Override
    public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
      Order order = Objects.requireNonNull(orders.get(effect.key()));
      switch (effect.action()) {
        case CREATE -> {
          cancellations(effect.claimed()).forEach(round::finish);
          OrderEffects.this.confirmed(line, round, effect, order, id, number);
        }
        case UPDATE -> {
          posted(effect.claimed()).forEach(round::finish);
          soldGoods.followed(line, round, order, effect.key());
        }
        case DELETE -> {
          followersOf(effect).forEach(round::finish);
          soldGoods.followed(line, round, order, effect.key());
        }
      }
    }
  }

  /** A cancellation that waited for the order's arrival has something to cancel now. */
  private static List<Finish> cancellations(Claimed created) {
    return created.all(m -> isCancellation(m) && !m.isDead(), new MessageState.Ready());
  }

  /** What waited for this change is looked at again. */
  private static List<Finish> posted(Claimed changed) {
    return changed.all(
        m -> !m.isDead() && OrderMoney.of(m.event()).filter(OrderMoney::isOfWholeOrder).isPresent(),
        new MessageState.Ready());
  }

  /**
   * Nobody needs to settle the edits of an order that is cancelled; what waited about its money is
   * looked at again.
   */
  private static List<Finish> followersOf(Effect cancellation) {
    MessageState over = new MessageState.Skipped("the order was cancelled");
    Claimed lane = cancellation.claimed();
    return Stream.concat(
            lane.all(OrderEffects::isChange, over).stream(),
            lane.all(m -> OrderMoney.of(m.event()).isPresent(), new MessageState.Ready()).stream())
        .toList();
  }

  private static boolean isChange(Message message) {
    return message.event().startsWith(OrderDecision.EDITED) || Completion.is(message);
  }

  /** A person who looks for it now would not find it, and it would stand there later. */
  private static boolean mayArrive(Claimed lane) {
    return lane.unfinished().stream()
        .anyMatch(m -> m.event().equals(OrderDecision.CREATED) && !m.isDead());
  }

  private static boolean isCancellation(Message message) {
    return message.event().equals(OrderDecision.CANCELLED);
  }

  private static MessageState already(FlowLine line, Crossref there) {
    return new MessageState.Done("already in " + line.to().name() + " as " + there.number());
  }

  /**
   * A person has found it in the target: it counts as transferred, and nothing is written there.
   */
  private Round linked(FlowLine line, Claimed lane, Message created, Order order, Crossref there) {
    Round round = lane.round();
    String number = Objects.requireNonNullElse(there.number(), there.targetId());
    String reason = "linked to " + number + " in " + line.to().name();
    if (line.config().dryRun()) {
      return round.finish(created, Rehearsal.waits(line, reason + "; dry run"));
    }
    round.finish(created, new MessageState.Done(reason));
    cancellations(lane).forEach(round::finish);
    confirmed(line, round, created, order, there.targetId(), number);
    return round;
  }

  private Effect effect(
      FlowLine line,
      Claimed lane,
      Message event,
      AtHand.Captured captured,
      OrderBatch batch,
      @Nullable String targetId) {
    Order order = captured.order();
    return Effect.of(
            lane,
            event,
            captured.model(),
            translator.toTarget(
                line,
                captured.model(),
                (type, key) -> reference(line, batch, type, key, isCancellation(event))),
            line.from().config().referencePrefix() + order.number(),
            targetId)
        .about(order.customer().matchKey());
  }

  private Optional<String> reference(
      FlowLine line, OrderBatch batch, String type, String key, boolean removal) {
    EntityType entity = EntityType.of(type);
    Optional<Crossref> found =
        entity == EntityType.CUSTOMER ? batch.debtor(key) : inTarget(line, entity, key);
    return found
        .map(Crossref::targetId)
        .or(
            () ->
                isUnmade(line, entity, removal)
                    ? Optional.of(Writer.Draft.UNMADE)
                    : Optional.empty());
  }

  /** A debtor that is only rehearsed, too, or that a removal does not need. */
  private static boolean isUnmade(FlowLine line, EntityType entity, boolean removal) {
    boolean needless = line.config().dryRun() || removal;
    return needless && line.customers() != null && entity == EntityType.CUSTOMER;
  }

  private Optional<Crossref> inTarget(FlowLine line, EntityType entity, String sourceId) {
    return Transactions.run(
        database, c -> crossrefs.find(c, line.from().name(), entity, sourceId, line.to().name()));
  }

  /** Its cancellation has nothing left to cancel either. */
  private static List<Finish> cancelled(FlowLine line, Claimed lane, Message created) {
    MessageState never =
        new MessageState.Skipped("cancelled before it arrived in " + line.to().name());
    return lane.all(m -> m.id() == created.id() || isCancellation(m), never);
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    Order order = ModelJson.mapper().treeToValue(effect.model(), Order.class);
    confirmed(line, round, effect, order, id, number);
  }

  private void confirmed(
      FlowLine line, Round round, Effect effect, Order order, String id, String number) {
    confirmed(line, round, effect.event(), order, id, number);
    if (line.to().writer(EntityType.ORDER).isCompletedByUpdate(effect.content())) {
      Message created = effect.event();
      String lane = LaneKey.of(line.config(), created.source(), created.sourceId());
      round.append(Completion.of(line, effect, lane));
    }
  }

  private void confirmed(
      FlowLine line, Round round, Message created, Order order, String id, String number) {
    Crossref crossref =
        new Crossref(
            line.from().name(),
            EntityType.ORDER,
            created.sourceId(),
            line.to().name(),
            id,
            number,
            created.contentHash(),
            null);
    round.crossref(crossref).wake(Rounds.wakeKey(crossref));
    soldGoods.transferred(line, round, order, Objects.requireNonNull(created.effectKey()));
    replies.answer(line, round, created, id, number);
    progress.look(line, round, number);
  }
}
