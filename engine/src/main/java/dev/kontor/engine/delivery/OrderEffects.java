package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageKind;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order event: the debtor first, then the order, then the answer to the shop. */
public final class OrderEffects implements EffectPlanner {

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final CustomerRequests customers;
  private final SoldGoods soldGoods;
  private final Payloads payloads;
  private final Translator translator;

  public OrderEffects(
      DataSource database,
      CrossrefStore crossrefs,
      CustomerRequests customers,
      SoldGoods soldGoods,
      Payloads payloads,
      Translator translator) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.customers = customers;
    this.soldGoods = soldGoods;
    this.payloads = payloads;
    this.translator = translator;
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    if (!event.event().equals(OrderDecision.CREATED)) {
      throw new FaultException(new Fault.Unsupported(byHand(line, event)));
    }
    JsonNode model = translator.toModel(line, document);
    Order order = ModelJson.mapper().treeToValue(model, Order.class);
    Optional<Crossref> there = inTarget(line, EntityType.ORDER, order.id());
    if (there.isPresent()) {
      String number = there.get().number();
      return new Plan.Settled(
          lane.round()
              .finish(
                  event,
                  new MessageState.Done("already in " + line.to().name() + " as " + number)));
    }
    Optional<Round> waiting = customers.require(line, lane, event, order);
    if (waiting.isPresent()) {
      return new Plan.Settled(waiting.get());
    }
    JsonNode content =
        translator.toTarget(
            line,
            ModelJson.tree(order),
            (entity, key) ->
                inTarget(line, EntityType.of(entity), customers.name(entity, key))
                    .map(Crossref::targetId));
    String reference = line.from().config().referencePrefix() + order.number();
    return new Plan.Write(
        new Effect(
            lane,
            event,
            model,
            content,
            reference,
            null,
            null,
            order.customer().matchKey(),
            List.of()));
  }

  private static String byHand(FlowLine line, Message event) {
    boolean cancelled = event.event().equals(OrderDecision.CANCELLED);
    return "order "
        + event.number()
        + " was "
        + (cancelled ? "cancelled" : "edited")
        + " in "
        + line.from().name()
        + " after it was transferred; "
        + line.to().name()
        + " was not changed: "
        + (cancelled ? "cancel" : "correct")
        + " it there, then mark this message as settled";
  }

  private Optional<Crossref> inTarget(FlowLine line, EntityType entity, String sourceId) {
    return Transactions.run(
        database, c -> crossrefs.find(c, line.from().name(), entity, sourceId, line.to().name()));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    String source = line.from().name();
    String orderId = effect.event().sourceId();
    Crossref crossref =
        new Crossref(
            source,
            EntityType.ORDER,
            orderId,
            line.to().name(),
            id,
            number,
            effect.event().contentHash(),
            null);
    round.crossref(crossref).wake(Rounds.wakeKey(crossref));
    Order order = ModelJson.mapper().treeToValue(effect.model(), Order.class);
    soldGoods.transferred(line, round, order, effect.key());
    FlowConfig reply = line.reply();
    if (reply != null) {
      round.also(c -> round.append(reply(c, line, reply, effect, id, number)));
    }
  }

  private Append reply(
      Connection connection,
      FlowLine line,
      FlowConfig reply,
      Effect effect,
      String id,
      String number)
      throws SQLException {
    String source = line.from().name();
    String orderId = effect.event().sourceId();
    ObjectNode answer = ModelJson.mapper().createObjectNode();
    answer.put("orderId", orderId);
    answer.put("erpNumber", number);
    answer.put("erpId", id);
    answer.put("connection", line.to().name());
    long payload = payloads.put(connection, PayloadClass.DOCUMENT, null, answer);
    return new Append(
        LaneKey.of(reply, source, orderId),
        reply.name(),
        LaneKey.priority(reply),
        MessageKind.EVENT,
        "accepted",
        source,
        orderId,
        effect.event().number(),
        null,
        effect.key() + "|reply",
        payload,
        null);
  }
}
