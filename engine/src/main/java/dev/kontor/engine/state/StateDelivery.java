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
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
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
    StateFacts known = facts.read(line, lanes);
    List<String> ids = lanes.stream().map(lane -> lane.newest().sourceId()).toList();
    Map<String, Document> documents;
    try {
      documents = fetching.read(line, ids);
    } catch (FaultException e) {
      return lanes.stream().map(lane -> fetching.failed(line, lane, e)).toList();
    }
    List<Round> rounds = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    for (Claimed lane : lanes) {
      try {
        decide(line, lane, documents.get(lane.newest().sourceId()), known, rounds, effects);
      } catch (FaultException e) {
        rounds.add(fetching.failed(line, lane, e));
      }
    }
    Map<String, byte[]> fingerprints =
        effects.stream().collect(Collectors.toMap(e -> e.event().sourceId(), drafts::fingerprint));
    StateOutcome outcome = new StateOutcome(known, facts, fingerprints);
    List<Effect> wanted = different(line, effects, new AlreadyThere(known, outcome), rounds);
    List<Effect> ready = preparing.ready(line, wanted, rounds);
    rounds.addAll(sending.send(line, ready, permit, outcome));
    return rounds;
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
    if (known.isConfirmed(id, drafts.fingerprint(effect))) {
      rounds.add(lane.skipped("unchanged"));
    } else {
      effects.add(effect);
    }
  }
}
