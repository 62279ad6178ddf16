package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.EffectPlanner;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.MessageState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Remembers what the target confirmed, and what people had changed on both sides. */
final class SharedOutcome implements EffectPlanner {

  private final FlowLine line;
  private final SharedLinks links;
  private final Map<Long, SharedCustomers.Planned> planned;

  /**
   * @param planned by message
   */
  SharedOutcome(FlowLine line, SharedLinks links, Map<Long, SharedCustomers.Planned> planned) {
    this.line = line;
    this.links = links;
    this.planned = Map.copyOf(planned);
  }

  @Override
  public Plan plan(FlowLine flow, Claimed lane, JsonNode document) {
    throw new IllegalStateException("planned from both sides, not from an event");
  }

  /** An earlier change that may still arrive would undo this one: it is looked at once more. */
  @Override
  public MessageState state(Effect effect, String result) {
    Sighting seen = of(effect).seen();
    return links.isDoubtful(line, seen)
        ? new MessageState.Waiting(
            result + "; looked at once more when no earlier change can arrive any longer",
            "",
            null,
            seen.link().unsettled())
        : new MessageState.Done(result);
  }

  @Override
  public void confirmed(FlowLine flow, Round round, Effect effect, String id, String number) {
    links.confirmed(line, round, of(effect));
  }

  private SharedCustomers.Planned of(Effect effect) {
    return Objects.requireNonNull(planned.get(effect.event().id()));
  }

  /** Which attributes; never what they say. */
  static String conflict(FlowLine line, List<Attribute> overwritten) {
    Map<Attribute, Owner> owners = line.config().sharing().owners();
    String attributes =
        overwritten.stream()
            .map(
                a ->
                    a.key() + (owners.get(a) == Owner.LATEST ? " (changed later)" : " (the owner)"))
            .collect(Collectors.joining(", "));
    return "changed in both; kept as in " + line.from().name() + ": " + attributes;
  }
}
