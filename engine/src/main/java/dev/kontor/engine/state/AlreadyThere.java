package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Message;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Documents that the target had before the hub came: what is linked or loaded and was never
 * confirmed is compared with the target before it is written, and left alone if it is the same.
 */
final class AlreadyThere {

  private final StateFacts known;
  private final StateOutcome outcome;

  AlreadyThere(StateFacts known, StateOutcome outcome) {
    this.known = known;
    this.outcome = outcome;
  }

  /**
   * @param rounds takes those of what is the same
   * @return the rest
   * @throws dev.kontor.spi.FaultException if the target cannot be read
   */
  List<Effect> without(FlowLine line, List<Effect> effects, List<Round> rounds) {
    List<Effect> doubtful =
        StateLook.seesTarget(line) ? effects.stream().filter(this::mayBe).toList() : List.of();
    if (doubtful.isEmpty()) {
      return effects;
    }
    List<Standing> standings =
        line.to()
            .writer(line.config().to().entity())
            .compare(
                doubtful.stream()
                    .map(e -> new Writer.Draft(e.content(), e.model(), e.targetId()))
                    .toList());
    List<String> same = new ArrayList<>();
    for (int i = 0; i < doubtful.size(); i++) {
      if (standings.get(i) instanceof Standing.Same) {
        same.add(doubtful.get(i).key());
        rounds.add(same(line, doubtful.get(i)));
      }
    }
    return effects.stream().filter(effect -> !same.contains(effect.key())).toList();
  }

  private boolean mayBe(Effect effect) {
    String id = effect.event().sourceId();
    @Nullable Crossref there = known.inTarget(id);
    boolean open = effect.action() == Write.Action.UPDATE && known.doubt(id) == null;
    return open && (there == null ? isLoaded(effect) : there.isLinked());
  }

  private static boolean isLoaded(Effect effect) {
    return effect.claimed().unfinished().stream()
        .anyMatch(message -> message.event().equals(Message.LOADED));
  }

  private Round same(FlowLine line, Effect effect) {
    Round round = effect.claimed().skipped("unchanged: " + line.to().name() + " has it just so");
    @Nullable Crossref there = known.inTarget(effect.event().sourceId());
    String number = there == null ? null : there.number();
    outcome.confirmed(
        line,
        round,
        effect,
        Objects.requireNonNull(effect.targetId()),
        Objects.requireNonNullElse(number, effect.reference()));
    return round;
  }
}
