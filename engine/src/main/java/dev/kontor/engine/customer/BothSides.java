package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.config.Sharing;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks at both sides of links, many in one call to the target. Only reads. */
final class BothSides {

  private final Translator translator;
  private final Values values;

  BothSides(Translator translator, Payloads payloads) {
    this.translator = translator;
    this.values = new Values(payloads);
  }

  /** One that both sides have, on its way to a sighting. */
  private record Half(
      Linked linked, Document target, JsonNode here, JsonNode there, CustomerMerge merge) {

    Writer.Draft draft(JsonNode content) {
      return new Writer.Draft(content, here, target.id());
    }
  }

  /** What the target would be asked to become, and the place of its answer. */
  private record Question(int half, @Nullable Attribute attribute) {}

  /**
   * @param refused takes the place of each that cannot be compared, and why; null if the target
   *     does not have it
   * @throws FaultException if the target cannot be read
   */
  Map<Integer, Sighting> of(
      FlowLine line, List<Linked> all, BiConsumer<Integer, @Nullable Fault> refused) {
    Map<String, Document> there = there(line, all);
    Map<Integer, Half> halves = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      try {
        Document target = there.get(target(line, all.get(i).link()));
        if (target == null || target.content() == null) {
          refused.accept(i, null);
        } else {
          halves.put(i, half(line, all.get(i), target));
        }
      } catch (FaultException e) {
        refused.accept(i, e.fault());
      }
    }
    return sightings(line, halves, refused);
  }

  private static String target(FlowLine line, CustomerLink link) {
    return link.id(CustomerLink.other(line.config().sharing().source()));
  }

  private static Map<String, Document> there(FlowLine line, List<Linked> all) {
    Map<String, Document> there = new HashMap<>();
    if (!all.isEmpty()) {
      List<String> ids = all.stream().map(l -> target(line, l.link())).distinct().toList();
      line.to()
          .reader(line.config().to().entity())
          .fetch(ids)
          .forEach(document -> there.put(document.id(), document));
    }
    return there;
  }

  private Half half(FlowLine line, Linked linked, Document target) {
    JsonNode here = translator.toModel(line, Objects.requireNonNull(linked.here().content()));
    JsonNode there = translator.toModelOfTarget(line, Objects.requireNonNull(target.content()));
    Sharing sharing = line.config().sharing();
    int later = linked.here().changedAt().compareTo(target.changedAt());
    CustomerMerge merge =
        new CustomerMerge(
            sharing.owners(),
            sharing.source(),
            linked.link().known(),
            values.hashes(here),
            values.hashes(there),
            Values.unsaid(here),
            Values.unsaid(there),
            later > 0 || (later == 0 && sharing.source() == Owner.ERP),
            linked.link().alone());
    return new Half(linked, target, here, there, merge);
  }

  private Map<Integer, Sighting> sightings(
      FlowLine line, Map<Integer, Half> halves, BiConsumer<Integer, @Nullable Fault> refused) {
    Map<Question, Prepared> answers = answers(line, halves, refused);
    Map<Integer, Sighting> sightings = new HashMap<>();
    halves.forEach(
        (i, half) -> {
          switch (answers.get(new Question(i, null))) {
            case null -> {}
            case Prepared.Refused no -> refused.accept(i, no.fault());
            case Prepared.Ready own -> sightings.put(i, sighting(i, half, own.content(), answers));
          }
        });
    return sightings;
  }

  private static Sighting sighting(
      int place, Half half, JsonNode own, Map<Question, Prepared> answers) {
    Set<Attribute> same = new HashSet<>();
    for (Attribute attribute : half.merge().candidates()) {
      if (answers.get(new Question(place, attribute)) instanceof Prepared.Ready ready
          && Delta.between(own, ready.content()).isEmpty()) {
        same.add(attribute);
      }
    }
    return new Sighting(
        half.linked().link(),
        half.linked().here(),
        half.target(),
        half.here(),
        half.there(),
        own,
        half.merge().here(),
        half.merge().there(),
        half.merge().decide(same::contains));
  }

  /** What the target would be, as it is and with each attribute that may have to change. */
  private Map<Question, Prepared> answers(
      FlowLine line, Map<Integer, Half> halves, BiConsumer<Integer, @Nullable Fault> refused) {
    List<Question> questions = new ArrayList<>();
    List<Writer.Draft> drafts = new ArrayList<>();
    halves.forEach(
        (i, half) -> {
          try {
            drafts.add(half.draft(content(line, half.there())));
            questions.add(new Question(i, null));
          } catch (FaultException e) {
            refused.accept(i, e.fault());
            return;
          }
          for (Attribute attribute : half.merge().candidates()) {
            try {
              JsonNode changed = merged(half.here(), half.there(), List.of(attribute));
              drafts.add(half.draft(content(line, changed)));
              questions.add(new Question(i, attribute));
            } catch (FaultException e) {
              // What cannot be told to the target is not the same there.
            }
          }
        });
    List<Prepared> prepared = prepare(line, drafts);
    Map<Question, Prepared> answers = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.put(questions.get(i), prepared.get(i));
    }
    return answers;
  }

  private static List<Prepared> prepare(FlowLine line, List<Writer.Draft> drafts) {
    return drafts.isEmpty()
        ? List.of()
        : line.to().writer(line.config().to().entity()).prepareAll(drafts);
  }

  private JsonNode content(FlowLine line, JsonNode model) {
    return translator.toTarget(line, model, Translator.References.NONE);
  }

  private static ObjectNode merged(JsonNode here, JsonNode there, List<Attribute> attributes) {
    ObjectNode merged = there.deepCopy().asObject();
    attributes.forEach(attribute -> Values.copy(attribute, here, merged));
    return merged;
  }

  /**
   * What is to be written.
   *
   * @param delta the fields that change; empty if none
   * @param expected what the target's reader will show of the attributes written
   */
  record Draft(ObjectNode delta, List<String> notes, Map<Attribute, String> expected) {}

  /**
   * @throws FaultException if the target's writer refuses it
   */
  Draft draft(FlowLine line, Sighting seen) {
    List<Attribute> written = seen.with(Verdict.WRITE);
    JsonNode model = merged(seen.here(), seen.there(), written);
    Writer.Draft whole = new Writer.Draft(content(line, model), model, seen.target().id());
    return switch (prepare(line, List.of(whole)).getFirst()) {
      case Prepared.Refused no -> throw new FaultException(no.fault());
      case Prepared.Ready ready -> {
        ObjectNode delta = Delta.between(seen.own(), ready.content());
        yield new Draft(delta, ready.notes(), expected(line, seen, delta, written));
      }
    };
  }

  private Map<Attribute, String> expected(
      FlowLine line, Sighting seen, JsonNode delta, List<Attribute> written) {
    JsonNode after = Delta.applied(Objects.requireNonNull(seen.target().content()), delta);
    Map<Attribute, String> shown = values.hashes(translator.toModelOfTarget(line, after));
    shown.keySet().retainAll(written);
    return shown;
  }
}
