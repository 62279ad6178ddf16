package dev.kontor.engine.problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one reading of what waits for a person, and its grouping by cause. */
public final class DeadLetters {

  /** Those of one cause, oldest first. */
  record Group(Causes.Found why, List<DeadLetter> letters) {

    String id() {
      return why.cause().id();
    }
  }

  /**
   * Documents that failed alike, whatever master data is to be mended for each.
   *
   * @param problem id of the cause of the oldest of them
   * @param text the error without what differs from document to document and without persons
   * @param documents how many
   * @param oldest when the oldest of their messages was added to the ledger
   * @param numbers by which people know some of them
   * @param orders payloads of those that are orders to be created, no more than asked for
   */
  public record Alike(
      String flow,
      String fault,
      String problem,
      String text,
      long documents,
      Instant oldest,
      List<String> numbers,
      List<Long> orders) {}

  /** What failures have in common that differ only in what is to be mended. */
  private record Likeness(String flow, String fault, @Nullable String field, String text) {

    static Likeness of(Cause cause) {
      return new Likeness(cause.flow(), cause.fault(), cause.field(), cause.text());
    }

    /** What the catalogue says for the system does not name the field. */
    String said() {
      return field == null || text.startsWith(field) ? text : field + ": " + text;
    }
  }

  private final Causes causes;
  private final DeadLetterStore store = new DeadLetterStore();

  public DeadLetters(Catalogue catalogue) {
    this.causes = new Causes(catalogue);
  }

  /** How many causes these have. */
  long count(List<Failure> failures) {
    return failures.stream().map(causes::of).map(why -> why.cause().id()).distinct().count();
  }

  /** By fingerprint, the one with the oldest message first. */
  Map<String, Group> groups(Connection connection) throws SQLException {
    Map<Cause, Group> found = new LinkedHashMap<>();
    for (DeadLetter letter : store.all(connection)) {
      Causes.Found why = causes.of(letter.failure());
      found
          .computeIfAbsent(why.cause(), cause -> new Group(why, new ArrayList<>()))
          .letters()
          .add(letter);
    }
    Map<String, Group> groups = new LinkedHashMap<>();
    found.values().forEach(group -> groups.put(group.id(), group));
    return groups;
  }

  /**
   * The same groups, but for the master data they name. Runs in the caller's transaction.
   *
   * @param numbers how many at most are told
   * @param orders likewise
   */
  public List<Alike> alike(Connection connection, int numbers, int orders) throws SQLException {
    Map<Likeness, List<Group>> found = new LinkedHashMap<>();
    for (Group group : groups(connection).values()) {
      found.computeIfAbsent(Likeness.of(group.why().cause()), like -> new ArrayList<>()).add(group);
    }
    return found.entrySet().stream()
        .map(like -> alike(like.getKey(), like.getValue(), numbers, orders))
        .toList();
  }

  private static Alike alike(Likeness like, List<Group> groups, int numbers, int orders) {
    List<DeadLetter> letters = groups.stream().flatMap(group -> group.letters().stream()).toList();
    return new Alike(
        like.flow(),
        like.fault(),
        groups.getFirst().id(),
        like.said(),
        letters.stream().map(DeadLetter::document).distinct().count(),
        letters.stream().map(DeadLetter::created).min(Instant::compareTo).orElseThrow(),
        some(letters, DeadLetter::number, numbers),
        some(letters, DeadLetter::order, orders));
  }

  private static <T> List<T> some(
      List<DeadLetter> letters, Function<DeadLetter, @Nullable T> what, int most) {
    return letters.stream().map(what).flatMap(Stream::ofNullable).distinct().limit(most).toList();
  }

  /** In which flows the messages stand. */
  List<String> flows(Connection connection, List<Long> messages) throws SQLException {
    return store.flows(connection, messages);
  }
}
