package dev.kontor.engine.capture;

import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.delivery.Filings;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Puts what a fresh snapshot of an order means into the round of its lane. */
public final class OrderJudge {

  private final Payloads payloads;
  private final Filings filings;
  private final BuyerTerms terms;
  private final OrderEventStore events;
  private final SoldGoods soldGoods;
  private final OrderClaim claim;
  private final InstantSource clock;

  /**
   * @param clock for the hold time, judged against when orders were placed
   */
  public OrderJudge(
      Payloads payloads, OrderEventStore events, SoldGoods soldGoods, InstantSource clock) {
    this.payloads = payloads;
    this.filings = new Filings(payloads);
    this.terms = new BuyerTerms(payloads);
    this.events = events;
    this.soldGoods = soldGoods;
    this.claim = new OrderClaim(payloads, events);
    this.clock = clock;
  }

  /**
   * @param notice that made the hub read the order
   * @param content the snapshot as its shop shows it
   * @param captured the same in the model
   * @param known what the ledger has of this order
   */
  void judge(
      FlowLine line,
      Round round,
      Message notice,
      JsonNode content,
      AtHand.Captured captured,
      KnownOrders.One known) {
    Order order = captured.order();
    byte[] hash = payloads.fingerprint("order", OrderFingerprint.of(order));
    Snapshot snapshot = new Snapshot(content, captured, hash);
    ExportGate.Verdict verdict = ExportGate.judge(order, line, known.taker(), clock.instant());
    OrderDecision decision = OrderDecision.decide(order, hash, known.events(), verdict);
    if (ExportGate.concerns(order, line.config().conditions())) {
      remember(line, round, order, decision);
    }
    if (decision instanceof OrderDecision.Ignore && verdict instanceof ExportGate.Verdict.Stay) {
      round.also(c -> events.number(c, notice.id(), order.number()));
    }
    round.finish(notice, carryOut(line, round, notice, snapshot, decision));
    for (OrderMoney about : OrderMoney.values()) {
      FlowLine flow = line.money().get(about);
      if (flow != null) {
        money(
            line,
            round,
            snapshot,
            about.decide(order, known.events(), decision, flow.config().conditions()));
      }
    }
  }

  private void money(FlowLine line, Round round, Snapshot snapshot, OrderMoney.Decision decision) {
    for (OrderDecision.Emit emit : decision.emit()) {
      Append append = event(line, snapshot, emit);
      round.together(filings, new Filings.Filed(round, append, snapshot.document()));
    }
    for (KnownEvent event : decision.refresh()) {
      round.also(c -> refresh(c, event, snapshot));
      settle(round, event, new MessageState.Ready());
    }
    for (KnownEvent event : decision.withdraw()) {
      settle(round, event, new MessageState.Skipped("the shop does not show it any more"));
    }
  }

  private void remember(FlowLine line, Round round, Order order, OrderDecision decision) {
    // Of a cancelled order the shop takes the pieces back itself, whatever became of its transfer.
    if (decision instanceof OrderDecision.GivenUp && order.state() != OrderState.CANCELLED) {
      soldGoods.givenUp(line, round, order);
    } else {
      soldGoods.remember(line, round, order);
    }
    if (decision instanceof OrderDecision.Settled settled) {
      soldGoods.followed(line, round, order, "message:" + settled.change().message());
    }
  }

  /** What becomes of the notice. */
  private MessageState carryOut(
      FlowLine line, Round round, Message notice, Snapshot snapshot, OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Emit emit -> {
        Plain document = snapshot.document();
        Append event = event(line, snapshot, emit);
        if (emit.event().equals(OrderDecision.CREATED)) {
          terms.remember(round, line.from().name(), snapshot.order());
        }
        if (line.rivals().isEmpty() || !emit.event().equals(OrderDecision.CREATED)) {
          round.together(filings, new Filings.Filed(round, event, document));
        } else {
          claim.create(line, round, notice, event, document);
        }
        round.goOn(Objects.requireNonNull(event.effectKey()), snapshot.captured());
        yield OrderClaim.done(event);
      }
      case OrderDecision.Refresh refresh -> {
        round.also(c -> refresh(c, refresh.event(), snapshot));
        settle(round, refresh.event(), new MessageState.Ready());
        yield new MessageState.Done("newest version taken before transfer");
      }
      case OrderDecision.Withdraw withdraw -> {
        settle(round, withdraw.created(), new MessageState.Skipped(withdraw.reason()));
        claim.release(line, round, snapshot.order().id());
        yield new MessageState.Done(withdraw.reason());
      }
      case OrderDecision.GivenUp givenUp -> new MessageState.Skipped(givenUp.reason());
      case OrderDecision.Settled s -> new MessageState.Skipped("a person settled its last change");
      case OrderDecision.Ignore ignore -> new MessageState.Skipped(ignore.reason());
      case OrderDecision.HoldBack hold ->
          new MessageState.Waiting("hold time of the flow", "", null, hold.remaining());
    };
  }

  private static void settle(Round round, KnownEvent event, MessageState state) {
    round.unfinished().stream()
        .filter(m -> m.id() == event.message())
        .forEach(m -> round.finish(m, state));
  }

  private static Append event(FlowLine line, Snapshot snapshot, OrderDecision.Emit emit) {
    Order order = snapshot.order();
    String source = line.from().name();
    return Append.event(
        LaneKey.of(line.config(), source, order.id()),
        line.name(),
        LaneKey.priority(line.config()),
        emit.event(),
        source,
        order.id(),
        order.number(),
        EffectKey.of(
            line.to().name(),
            EntityType.ORDER,
            source,
            order.id(),
            emit.event(),
            emit.generation()),
        null,
        snapshot.hash());
  }

  private void refresh(Connection connection, KnownEvent created, Snapshot snapshot)
      throws SQLException {
    events.refresh(
        connection,
        created.message(),
        payloads.putAll(connection, List.of(snapshot.document())).getFirst(),
        snapshot.hash(),
        snapshot.order().number());
  }
}
