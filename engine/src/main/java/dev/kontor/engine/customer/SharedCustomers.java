package dev.kontor.engine.customer;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.CustomerRequests;
import dev.kontor.engine.delivery.Departures;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.delivery.Sending;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.state.Drafts;
import dev.kontor.model.CustomerKey;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Brings what one side changed of a customer, and what only it may say, to the other. Both sides
 * are read in the same round; only fields that differ are written, and only while the target is as
 * it was read.
 */
public final class SharedCustomers implements Job {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final SharedLinks links;
  private final Linking linking;
  private final BothSides sides;
  private final Sending sending;
  private final Faults faults;
  private final Departures departures;

  public SharedCustomers(
      DataSource database,
      CustomerRequests requests,
      Translator translator,
      Payloads payloads,
      Sending sending,
      Faults faults,
      Departures departures) {
    CustomerLinkStore store = new CustomerLinkStore();
    this.links = new SharedLinks(database, store);
    this.linking = new Linking(database, store, requests, translator, new Fetching(faults));
    this.sides = new BothSides(translator, payloads);
    this.sending = sending;
    this.faults = faults;
    this.departures = departures;
  }

  /** A write about to be sent, with what becomes of its link. */
  record Planned(Effect effect, Sighting seen, BothSides.Draft draft) {}

  @Override
  public List<Round> run(FlowLine line, List<Claimed> claimed, SendPermit permit) {
    List<Claimed> lanes = claimed.stream().map(Claimed::coalesced).toList();
    links.endEarlierTries(line, lanes);
    List<Round> rounds = new ArrayList<>();
    List<Claimed> settled = new ArrayList<>();
    List<Linked> linked = new ArrayList<>();
    linking
        .of(line, lanes, rounds)
        .forEach(
            (lane, one) -> {
              if (one.link().isUnsettled(line.config().sharing().source())) {
                rounds.add(waiting(line, lane, one.link()));
              } else {
                settled.add(lane);
                linked.add(one);
              }
            });
    List<Planned> planned = plan(line, settled, linked, rounds);
    List<Planned> marked = mark(line, planned, rounds);
    Map<Long, Planned> byMessage = new HashMap<>();
    marked.forEach(one -> byMessage.put(one.effect().event().id(), one));
    List<Effect> effects = marked.stream().map(Planned::effect).toList();
    rounds.addAll(sending.send(line, effects, permit, new SharedOutcome(line, links, byMessage)));
    return rounds;
  }

  /** What the other flow wrote to this one's source may or may not show there yet. */
  private static Round waiting(FlowLine line, Claimed lane, CustomerLink link) {
    Duration left = link.unsettled();
    return lane.round()
        .finish(
            lane.newest(),
            new MessageState.Waiting(
                "a change sent to " + line.from().name() + " may still take effect there",
                "",
                null,
                left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN));
  }

  private List<Planned> plan(
      FlowLine line, List<Claimed> lanes, List<Linked> linked, List<Round> rounds) {
    List<Planned> planned = new ArrayList<>();
    Map<Integer, Sighting> sightings;
    try {
      sightings =
          sides.of(line, linked, (i, fault) -> rounds.add(refused(line, lanes.get(i), fault)));
      faults.reached(line.to());
    } catch (FaultException e) {
      lanes.forEach(lane -> rounds.add(refused(line, lane, e.fault())));
      return List.of();
    }
    sightings.forEach(
        (i, seen) -> {
          try {
            Planned one = decide(line, lanes.get(i), seen, rounds);
            if (one != null) {
              planned.add(one);
            }
          } catch (FaultException e) {
            rounds.add(refused(line, lanes.get(i), e.fault()));
          }
        });
    return planned;
  }

  private Round refused(FlowLine line, Claimed lane, @Nullable Fault fault) {
    return fault == null
        ? lane.skipped(line.to().name() + " does not have the customer any more")
        : lane.round().finish(faults.react(line, line.to(), lane.newest(), fault));
  }

  /** Null if there is nothing to write; the round then stands in {@code rounds}. */
  private @Nullable Planned decide(FlowLine line, Claimed lane, Sighting seen, List<Round> rounds) {
    if (!seen.with(Verdict.WRITE).isEmpty()) {
      BothSides.Draft draft = sides.draft(line, seen);
      if (!draft.delta().isEmpty()) {
        return new Planned(effect(line, lane, seen, draft), seen, draft);
      }
    }
    boolean yields = !seen.with(Verdict.YIELD).isEmpty();
    Round round =
        lane.skipped(yields ? "what " + line.to().name() + " says holds" : "both say the same");
    if (!line.config().dryRun()) {
      links.agreed(round, line, lane, seen);
    }
    tellCounterpart(line, round, seen);
    rounds.add(round);
    return null;
  }

  private static void tellCounterpart(FlowLine line, Round round, Sighting seen) {
    FlowConfig counterpart = line.counterpart();
    if (counterpart != null && !seen.with(Verdict.YIELD).isEmpty()) {
      CustomerLink link = seen.link();
      boolean ofDebtor = counterpart.sharing().source() == Owner.ERP;
      String id = ofDebtor ? Linking.debtor(link) : link.shopId();
      round.append(Linking.notice(counterpart, id));
    }
  }

  private static Effect effect(FlowLine line, Claimed lane, Sighting seen, BothSides.Draft draft) {
    String target = seen.target().id();
    List<String> notes = new ArrayList<>(draft.notes());
    if (!seen.conflicts().isEmpty()) {
      notes.add(SharedOutcome.conflict(line, seen.conflicts()));
    }
    return Effect.of(
            lane,
            lane.newest(),
            Drafts.key(line, lane),
            Write.Action.UPDATE,
            seen.here(),
            draft.delta(),
            Objects.requireNonNullElse(seen.target().number(), target),
            target)
        .about(person(seen.here()))
        .basedOn(seen.target().version())
        .noted(notes);
  }

  private static @Nullable String person(JsonNode customer) {
    List<String> vatIds = customer.path("vatIds").valueStream().map(JsonNode::asString).toList();
    return CustomerKey.of(vatIds, customer.path("email").asString(""));
  }

  /** Those whose links nobody else changed since they were read. */
  private List<Planned> mark(FlowLine line, List<Planned> planned, List<Round> rounds) {
    if (line.config().dryRun()) {
      return planned;
    }
    List<Planned> marked = new ArrayList<>();
    for (Planned one : planned) {
      if (links.sending(line, one, departures.uncertainty(line))) {
        marked.add(one);
      } else {
        rounds.add(
            one.effect()
                .claimed()
                .round()
                .finish(
                    one.effect().event(),
                    new MessageState.Retrying(
                        "the flow the other way was faster", "Conflict", SOON, false)));
      }
    }
    return marked;
  }
}
