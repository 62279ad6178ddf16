package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** Brings about the effects of events: plan, prepare, look up or send, store the outcome. */
public final class EffectDelivery implements Job {

  private final DataSource database;
  private final Payloads payloads;
  private final EffectPlanner planner;
  private final Preparing preparing;
  private final Sending sending;
  private final Faults faults;

  public EffectDelivery(
      DataSource database,
      Payloads payloads,
      EffectPlanner planner,
      Sending sending,
      Faults faults) {
    this.database = database;
    this.payloads = payloads;
    this.planner = planner;
    this.preparing = new Preparing(faults);
    this.sending = sending;
    this.faults = faults;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    Map<Long, JsonNode> documents = documents(lanes);
    EffectPlanner informed = planner.about(line, lanes, documents);
    List<Round> rounds = new ArrayList<>();
    List<Effect> planned = new ArrayList<>();
    for (Claimed lane : lanes) {
      JsonNode document = documents.get(event(lane).payload());
      if (document == null) {
        rounds.add(gone(line, lane));
      } else {
        plan(informed, line, lane, document, rounds, planned);
      }
    }
    rounds.addAll(sending.send(line, preparing.ready(line, planned, rounds), permit, informed));
    return rounds;
  }

  /** By payload; of what is at hand nothing is read, and the plan does not ask what it said. */
  private Map<Long, JsonNode> documents(List<Claimed> lanes) {
    Map<Long, JsonNode> documents = new HashMap<>();
    List<Long> unread = new ArrayList<>();
    for (Claimed lane : lanes) {
      Long payload = event(lane).payload();
      if (payload != null && lane.atHand() instanceof AtHand.Captured captured) {
        documents.put(payload, captured.model());
      } else if (payload != null) {
        unread.add(payload);
      }
    }
    if (!unread.isEmpty()) {
      documents.putAll(Transactions.run(database, c -> payloads.get(c, unread)));
    }
    return documents;
  }

  static Message event(Claimed lane) {
    return switch (lane.work()) {
      case LanePlan.Work.Effect effect -> effect.event();
      case LanePlan.Work.Capture c -> throw new IllegalStateException("notice in an effect job");
      case LanePlan.Work.Nothing n -> throw new IllegalStateException("no work in an effect job");
    };
  }

  private Round gone(FlowLine line, Claimed lane) {
    Fault fault =
        new Fault.Invalid("document", "was deleted by rule before it could be written", null);
    return lane.round().finish(faults.react(line, line.to(), event(lane), fault));
  }

  private void plan(
      EffectPlanner informed,
      FlowLine line,
      Claimed lane,
      JsonNode document,
      List<Round> rounds,
      List<Effect> planned) {
    try {
      switch (informed.plan(line, lane, document)) {
        case EffectPlanner.Plan.Settled settled -> rounds.add(settled.round());
        case EffectPlanner.Plan.Write write -> planned.add(write.effect());
      }
    } catch (FaultException e) {
      rounds.add(lane.round().finish(faults.react(line, line.to(), event(lane), e.fault())));
    }
  }
}
