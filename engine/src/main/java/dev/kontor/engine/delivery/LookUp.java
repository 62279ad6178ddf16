package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whether an effect is in the target already, where that can be in doubt. */
public final class LookUp {

  /** What to do with the effect. */
  public sealed interface Answer {
    /** It is certainly not there, or may safely be repeated. */
    record Send() implements Answer {}

    /** It is there. */
    record There(Outcome.Written written) implements Answer {}

    /** It was not found, but an earlier call may still take effect. */
    record Unclear(long leftMillis) implements Answer {}

    /** It could not be looked for, or more than one document answers to it. */
    record Failed(Fault fault) implements Answer {}
  }

  /**
   * @param intent what is remembered of an earlier try, null if there was none
   * @param doubtful whether somebody else may have brought it about; asked where the target can say
   */
  record Question(Effect effect, @Nullable Intent intent, boolean doubtful) {

    private boolean isOpen() {
      return intent != null && intent.isOpen();
    }

    private boolean isConfirmed() {
      return intent != null && intent.isConfirmed();
    }

    /** Without looking. */
    private Answer remembered() {
      return intent == null || !intent.isConfirmed()
          ? new Answer.Send()
          : new Answer.There(
              new Outcome.Written(
                  Objects.requireNonNull(intent.resultId()), intent.resultNumber(), null));
    }

    private String key() {
      return effect.key();
    }
  }

  /** What the target said of what was looked for. */
  private record Found(Map<Identity, List<Document>> hits, Map<Identity, Fault> failures) {

    List<Document> hits(Identity identity) {
      return hits.getOrDefault(identity, List.of());
    }

    Optional<Fault> failure(Identity identity) {
      return Optional.ofNullable(failures.get(identity));
    }
  }

  private final BooleanSupplier inDoubt;

  /**
   * @param inDoubt whether the installation was restored, so that every create may be there already
   */
  public LookUp(BooleanSupplier inDoubt) {
    this.inDoubt = inDoubt;
  }

  /**
   * What to do with each of them, in order: those that must be looked up are looked for together.
   */
  List<Answer> before(FlowLine line, List<Question> questions) {
    Map<Boolean, List<Question>> sought =
        questions.stream().collect(Collectors.partitioningBy(q -> mustLook(line, q)));
    Map<String, Answer> answers = new HashMap<>();
    sought.getOrDefault(false, List.of()).forEach(q -> answers.put(q.key(), q.remembered()));
    answers.putAll(found(line, sought.getOrDefault(true, List.of())));
    return questions.stream().map(q -> Objects.requireNonNull(answers.get(q.key()))).toList();
  }

  private boolean mustLook(FlowLine line, Question question) {
    EntityType entity = line.config().to().entity();
    Effect effect = question.effect();
    boolean repeatable =
        effect.instead().isEmpty() && line.to().descriptor().can(entity, Ability.REPEATABLE_WRITE);
    boolean update = effect.targetId() != null;
    boolean matched = effect.match() != null;
    boolean elsewhere =
        question.doubtful() && line.to().descriptor().can(entity, Ability.FIND_BY_REFERENCE);
    boolean safe = !question.isOpen() && !elsewhere && !inDoubt.getAsBoolean();
    return !question.isConfirmed() && (matched || !(update || repeatable || safe));
  }

  private static Answer answer(FlowLine line, Question question, Found found) {
    Effect effect = question.effect();
    Optional<Fault> failure =
        identities(effect).stream().flatMap(i -> found.failure(i).stream()).findFirst();
    if (failure.isPresent()) {
      return new Answer.Failed(failure.get());
    }
    List<Document> hits = hits(effect, found);
    if (hits.size() > 1) {
      String what = effect.match() == null ? effect.reference() : "this customer";
      return new Answer.Failed(new Fault.Ambiguous(several(line, what, hits)));
    }
    if (hits.size() == 1) {
      Document there = hits.getFirst();
      return new Answer.There(new Outcome.Written(there.id(), there.number(), there.version()));
    }
    Intent intent = question.intent();
    return intent != null && intent.isOpen() && !intent.past()
        ? new Answer.Unclear(intent.absentInMillis())
        : new Answer.Send();
  }

  /** By the first of its identities that anything answers to. */
  private static List<Document> hits(Effect effect, Found found) {
    return identities(effect).stream()
        .map(found::hits)
        .filter(hits -> !hits.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** What it may be known by, the surest first. */
  private static List<Identity> identities(Effect effect) {
    String match = effect.match();
    if (match == null) {
      return List.of(new Identity.ExternalReference(effect.reference()));
    }
    String email = CustomerKey.email(effect.model().path("email").asString(""));
    Stream<String> keys = email.isEmpty() ? Stream.of(match) : Stream.of(match, "email:" + email);
    return keys.distinct().<Identity>map(Identity.Match::new).toList();
  }

  private static Map<String, Answer> found(FlowLine line, List<Question> asked) {
    if (asked.isEmpty()) {
      return Map.of();
    }
    List<Identity> identities =
        asked.stream().flatMap(q -> identities(q.effect()).stream()).distinct().toList();
    Found found = new Found(new HashMap<>(), new HashMap<>());
    find(line.to().reader(line.config().to().entity()), identities, found);
    return asked.stream()
        .collect(Collectors.toMap(Question::key, question -> answer(line, question, found)));
  }

  /** What cannot be asked about one of them must not keep the others from being found. */
  private static void find(Reader reader, List<Identity> identities, Found found) {
    try {
      List<List<Document>> hits = reader.findAll(identities);
      for (int i = 0; i < identities.size(); i++) {
        found.hits().put(identities.get(i), hits.get(i));
      }
    } catch (FaultException e) {
      int half = identities.size() / 2;
      if (half == 0 || isOfSystem(e.fault())) {
        identities.forEach(identity -> found.failures().put(identity, e.fault()));
      } else {
        find(reader, identities.subList(0, half), found);
        find(reader, identities.subList(half, identities.size()), found);
      }
    }
  }

  /** Whether it says nothing about what was asked for. */
  private static boolean isOfSystem(Fault fault) {
    return switch (fault) {
      case Fault.Invalid f -> false;
      case Fault.Unsupported f -> false;
      case Fault.Ambiguous f -> false;
      case Fault.Missing f -> false;
      case Fault.Conflict f -> false;
      case Fault.Misconfigured f -> true;
      case Fault.SignInRefused f -> true;
      case Fault.Forbidden f -> true;
      case Fault.Throttled f -> true;
      case Fault.Unavailable f -> true;
      case Fault.OutcomeUnknown f -> true;
    };
  }

  /** What to tell people of documents of which there should be one. */
  public static String several(FlowLine line, String what, List<Document> found) {
    List<String> numbers =
        found.stream().map(d -> d.number() == null ? d.id() : d.number()).toList();
    return line.to().name()
        + " has "
        + found.size()
        + " documents for "
        + what
        + ": "
        + String.join(", ", numbers)
        + "; merge or correct them, then resubmit";
  }
}
