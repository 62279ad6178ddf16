package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.LookUp;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes away from the target what its source no longer has. */
final class Removals {

  private final StateFacts.Source facts;
  private final Drafts drafts;
  private final Faults faults;

  Removals(StateFacts.Source facts, Drafts drafts, Faults faults) {
    this.facts = facts;
    this.drafts = drafts;
    this.faults = faults;
  }

  /** What is to be sent for it, or added to {@code rounds} if there is nothing to send now. */
  List<Effect> decide(FlowLine line, Claimed lane, StateFacts known, List<Round> rounds) {
    String id = lane.newest().sourceId();
    Crossref there = known.inTarget(id);
    if (isKept(line)) {
      rounds.add(
          lane.skipped(
              "the source does not have it (any more); what "
                  + line.to().name()
                  + " has is left to people"));
      return List.of();
    }
    if (there != null && !StateOutcome.isRemoved(there)) {
      String reference = Objects.requireNonNullElse(there.number(), id);
      return List.of(drafts.removal(line, lane, reference, there.targetId()));
    }
    WriteDoubt doubt = known.doubt(id);
    if (doubt == null) {
      rounds.add(lane.skipped("the source does not have it, and the target never got it"));
      return List.of();
    }
    try {
      String left = left(line, doubt.reference());
      if (left != null) {
        return List.of(drafts.removal(line, lane, doubt.reference(), left));
      }
      rounds.add(absent(line, lane, doubt));
    } catch (FaultException e) {
      rounds.add(lane.round().finish(faults.react(line, line.to(), lane.newest(), e.fault())));
    }
    return List.of();
  }

  /** What both systems share is not taken away by the one from the other that does not let it. */
  private static boolean isKept(FlowLine line) {
    return line.sharesArticles()
        && !line.to().descriptor().can(line.config().to().entity(), Ability.DELETE);
  }

  /** What the unanswered write left in the target, null if it is not there. */
  private static @Nullable String left(FlowLine line, String reference) {
    String unmade = Drafts.unmade(line, reference);
    if (unmade != null) {
      return unmade;
    }
    List<Document> found =
        line.to()
            .reader(line.config().to().entity())
            .find(new Identity.ExternalReference(reference));
    if (found.size() > 1) {
      throw new FaultException(new Fault.Ambiguous(LookUp.several(line, reference, found)));
    }
    return found.isEmpty() ? null : found.getFirst().id();
  }

  private Round absent(FlowLine line, Claimed lane, WriteDoubt doubt) {
    if (doubt.isOver()) {
      return lane.skipped("the source does not have it, and what was sent never arrived")
          .also(c -> facts.settled(c, line, lane.newest().sourceId()));
    }
    return lane.round()
        .finish(
            lane.newest(),
            new MessageState.Waiting(
                "the source does not have it; taken away should what was sent still arrive",
                "",
                null,
                doubt.left()));
  }
}
