package dev.kontor.engine.desk;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which flows carry what; pure. */
final class Subjects {

  /** The main one of a subject first. */
  private static final List<String> ENTITIES =
      Stream.of(EntityType.values()).map(EntityType::key).toList();

  private final Map<String, FlowLine> lines;

  Subjects(Map<String, FlowLine> lines) {
    this.lines = Map.copyOf(lines);
  }

  /** Empty of a flow that is configured no more. */
  Optional<Subject> of(String flow) {
    return Optional.ofNullable(lines.get(flow))
        .map(line -> Subject.of(line.config().from().entity()));
  }

  /**
   * What people mean.
   *
   * @param named an entity, a subject, or a flow that carries it
   * @return empty if it is none of these
   */
  Optional<Subject> named(@Nullable String named) {
    if (named == null || lines.containsKey(named)) {
      return named == null ? Optional.empty() : of(named);
    }
    for (Subject subject : Subject.values()) {
      if (subject.word().equals(named)) {
        return Optional.of(subject);
      }
    }
    for (EntityType entity : EntityType.values()) {
      if (entity.key().equals(named)) {
        return Optional.of(Subject.of(entity));
      }
    }
    return Optional.empty();
  }

  /** Which of two entities a document is rather: an order and not its payment. */
  static String main(String one, String other) {
    return place(one) <= place(other) ? one : other;
  }

  private static int place(String entity) {
    int place = ENTITIES.indexOf(entity);
    return place < 0 ? ENTITIES.size() : place;
  }

  /** What messages of these flows are about. */
  Set<Subject> of(Collection<String> flows) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    flows.forEach(flow -> of(flow).ifPresent(subjects::add));
    return subjects;
  }

  /** Flows that are about something else. */
  String[] others(Subject subject) {
    return lines.keySet().stream()
        .filter(flow -> of(flow).filter(subject::equals).isEmpty())
        .toArray(String[]::new);
  }
}
