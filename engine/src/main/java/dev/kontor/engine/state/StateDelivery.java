package dev.kontor.engine.state;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Preparing;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.delivery.Sending;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the target's document equal to the source's, if it is not what the target confirmed last.
 */
public final class StateDelivery implements Job {

  private final StateFacts.Source facts;
  private final Drafts drafts;
  private final Removals removals;
  private final Preparing preparing;
  private final Sending sending;
  private final Fetching fetching;
  private final Faults faults;

  public StateDelivery(StateFacts.Source facts, Drafts drafts, Sending sending, Faults faults) {
    this.facts = facts;
    this.drafts = drafts;
    this.removals = new Removals(facts, drafts, faults);
    this.preparing = new Preparing(faults);
    this.sending = sending;
    this.fetching = new Fetching(faults);
    this.faults = faults;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> claimed, SendPermit permit) {
    List<Claimed> lanes = claimed.stream().map(Claimed::coalesced).toList();
    StateFacts before = facts.read(line, lanes);
    List<String> ids = lanes.stream().map(lane -> lane.newest().sourceId()).toList();
    Map<String, Document> documents;
    try {
      documents = fetching.read(line, ids);
    } catch (FaultException e) {
      return lanes.stream().map(lane -> fetching.failed(line, lane, e)).toList();
    }
    SameNumber same;
    try {
      same = SameNumber.of(line, unknown(documents.values(), before));
    } catch (FaultException e) {
      return lanes.stream().map(lane -> refused(line, lane, e.fault())).toList();
    }
    StateFacts known = before.linked(same.links());
    List<Round> rounds = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    for (Claimed lane : lanes) {
      Fault several = same.several().get(lane.newest().sourceId());
      if (several != null) {
        rounds.add(refused(line, lane, several));
        continue;
      }
      try {
        decide(line, lane, documents.get(lane.newest().sourceId()), known, rounds, effects);
      } catch (FaultException e) {
        rounds.add(fetching.failed(line, lane, e));
      }
    }
    Map<String, byte[]> fingerprints =
        effects.stream()
            .collect(Collectors.toMap(e -> e.event().sourceId(), e -> drafts.fingerprint(line, e)));
    StateOutcome outcome = new StateOutcome(known, facts, fingerprints);
    List<Effect> wanted = different(line, effects, new AlreadyThere(known, outcome), rounds);
    List<Effect> ready = preparing.ready(line, wanted, rounds);
    rounds.addAll(sending.send(line, ready, permit, outcome));
    return rounds;
  }

  private static List<Document> unknown(Collection<Document> documents, StateFacts known) {
    return documents.stream().filter(d -> known.inTarget(d.id()) == null).toList();
  }

  private Round refused(FlowLine line, Claimed lane, Fault fault) {
    return lane.round().finish(faults.react(line, line.to(), lane.newest(), fault));
  }

  private List<Effect> different(
      FlowLine line, List<Effect> effects, AlreadyThere there, List<Round> rounds) {
    try {
      return there.without(line, effects, rounds);
    } catch (FaultException e) {
      effects.forEach(
          effect ->
              rounds.add(
                  effect
                      .claimed()
                      .round()
                      .finish(faults.react(line, line.to(), effect.event(), e.fault()))));
      return List.of();
    }
  }

  private void decide(
      FlowLine line,
      Claimed lane,
      @Nullable Document document,
      StateFacts known,
      List<Round> rounds,
      List<Effect> effects) {
    String id = lane.newest().sourceId();
    if (document == null || document.deleted() || document.content() == null) {
      effects.addAll(removals.decide(line, lane, known, rounds));
      return;
    }
    Effect effect = drafts.effect(line, lane, document, known.inTarget(id));
    WriteDoubt doubt = known.doubt(id);
    if (known.isConfirmed(id, drafts.fingerprint(line, effect))) {
      rounds.add(lane.skipped("unchanged"));
    } else if (isMadeOnce(line, effect) && doubt != null && !doubt.isOver()) {
      rounds.add(lane.round().finish(lane.newest(), unclear(doubt)));
    } else {
      effects.add(effect);
    }
  }

  /** Articles have a key that no second one gets; of a quote the target may make two. */
  private static boolean isMadeOnce(FlowLine line, Effect effect) {
    return effect.action() == Write.Action.CREATE
        && line.config().to().entity() == EntityType.QUOTE;
  }

  private static MessageState unclear(WriteDoubt doubt) {
    return new MessageState.Waiting(
        "no answer yet; looked up, not found; sent again when the target has settled",
        "",
        null,
        doubt.left());
  }
}
