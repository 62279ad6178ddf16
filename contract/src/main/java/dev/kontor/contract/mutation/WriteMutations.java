package dev.kontor.contract.mutation;

import dev.kontor.spi.Ability;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a writer could do wrong. */
final class WriteMutations {

  private WriteMutations() {}

  private static Tampering writing(BiFunction<Writer, List<Write>, List<Outcome>> write) {
    return Tampering.ofWriter(
        sound ->
            new PassingWriter(sound) {
              @Override
              public List<Outcome> write(List<Write> batch) {
                return write.apply(inner, batch);
              }
            });
  }

  private static Outcome done(Write write) {
    return new Outcome.Written(write.reference(), null, null);
  }

  /** The others are written. */
  private static List<Outcome> without(Writer inner, List<Write> batch, List<Write> left) {
    List<Write> sent = batch.stream().filter(write -> !left.contains(write)).toList();
    List<Outcome> outcomes =
        new ArrayList<>(sent.isEmpty() ? List.<Outcome>of() : inner.write(sent));
    for (Write write : left) {
      outcomes.add(batch.indexOf(write), done(write));
    }
    return outcomes;
  }

  static Tampering lastNotWritten() {
    return writing((inner, batch) -> without(inner, batch, List.of(batch.getLast())));
  }

  static Tampering deleteNotDone() {
    return writing(
        (inner, batch) ->
            without(
                inner,
                batch,
                batch.stream().filter(w -> w.action() == Write.Action.DELETE).toList()));
  }

  static Tampering outcomesReversed() {
    return writing((inner, batch) -> inner.write(batch).reversed());
  }

  static Tampering outcomeLeftOut() {
    return writing(
        (inner, batch) -> inner.write(batch).stream().filter(o -> !(o instanceof Fault)).toList());
  }

  /** One refusal is told of every element. */
  static Tampering oneRefusalForAll() {
    return writing(
        (inner, batch) -> {
          List<Outcome> outcomes = inner.write(batch);
          return outcomes.stream()
              .filter(Fault.Invalid.class::isInstance)
              .findFirst()
              .map(refusal -> batch.stream().map(write -> refusal).toList())
              .orElse(outcomes);
        });
  }

  static Tampering refusalSwallowed() {
    return writing(
        (inner, batch) -> {
          List<Outcome> outcomes = new ArrayList<>(inner.write(batch));
          outcomes.replaceAll(o -> o instanceof Fault.Invalid ? done(batch.getFirst()) : o);
          return outcomes;
        });
  }

  static Tampering writtenTwice() {
    return writing(
        (inner, batch) -> {
          inner.write(batch);
          return inner.write(batch);
        });
  }

  /** Every letter outside ASCII becomes a question mark on its way. */
  static Tampering lettersLost() {
    return writing(
        (inner, batch) -> inner.write(batch.stream().map(WriteMutations::inAscii).toList()));
  }

  private static Write inAscii(Write of) {
    return new Write(
        of.key(),
        of.action(),
        of.reference(),
        of.targetId(),
        texts(of.content().deepCopy(), text -> text.replaceAll("[^\\x00-\\x7f]", "?")),
        of.before(),
        of.attachments(),
        of.basis());
  }

  private static JsonNode texts(JsonNode node, UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> object.set(name, texts(object.path(name), change)));
    } else if (node.isArray()) {
      node.forEach(child -> texts(child, change));
    } else if (node.isString()) {
      return StringNode.valueOf(change.apply(node.stringValue()));
    }
    return node;
  }

  private static Tampering comparing(Standing always) {
    return Tampering.ofWriter(
        sound ->
            new PassingWriter(sound) {
              @Override
              public List<Standing> compare(List<Draft> drafts) {
                return inner.compare(drafts).stream().map(standing -> always).toList();
              }
            });
  }

  static Tampering comparedAsSame() {
    return comparing(Standing.SAME);
  }

  static Tampering comparedAsAbsent() {
    return comparing(Standing.ABSENT);
  }

  /** What is to be prepared is written first, so that the target computes it. */
  static Tampering prepareWrites() {
    return Tampering.ofWriter(
        sound ->
            new PassingWriter(sound) {
              @Override
              public List<Prepared> prepareAll(List<Draft> drafts) {
                drafts.forEach(draft -> inner.write(List.of(trial(draft))));
                return inner.prepareAll(drafts);
              }
            });
  }

  private static Write trial(Writer.Draft draft) {
    Write.Action action = draft.targetId() == null ? Write.Action.CREATE : Write.Action.UPDATE;
    return new Write("trial", action, "trial", draft.targetId(), draft.content());
  }

  /** An action that is not declared is told as done. */
  static Tampering undeclaredAccepted() {
    return new Tampering() {
      @Override
      public Writer writer(Writer sound, Mutated about) {
        return new PassingWriter(sound) {
          @Override
          public List<Outcome> write(List<Write> batch) {
            return batch.stream().allMatch(w -> about.can(Ability.valueOf(w.action().name())))
                ? inner.write(batch)
                : batch.stream().map(WriteMutations::done).toList();
          }
        };
      }
    };
  }
}
