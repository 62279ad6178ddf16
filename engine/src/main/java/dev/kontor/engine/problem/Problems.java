package dev.kontor.engine.problem;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What waits for a person, by cause. */
public final class Problems {

  /** Those of one cause, oldest first. */
  private record Group(Causes.Found why, List<DeadLetter> letters) {

    String id() {
      return why.cause().id();
    }
  }

  private final DataSource database;
  private final Causes causes;
  private final Map<String, FlowKind> kinds = new HashMap<>();
  private final DeadLetterStore letters = new DeadLetterStore();
  private final DeskStore desk = new DeskStore();
  private final ProblemStore store = new ProblemStore();

  /**
   * @param flows every configured flow
   */
  public Problems(DataSource database, Catalogue catalogue, Collection<FlowConfig> flows) {
    this.database = database;
    this.causes = new Causes(catalogue);
    flows.forEach(flow -> kinds.put(flow.name(), flow.kind()));
  }

  /** All causes, the one with most messages first. */
  public List<Problem> all() {
    Map<String, Group> groups = groups();
    ProblemStore.Notes notes = Transactions.run(database, c -> store.notes(c, groups.keySet()));
    return groups.values().stream()
        .map(group -> problem(group, notes))
        .sorted(Comparator.comparingInt(Problem::count).reversed().thenComparing(Problem::oldest))
        .toList();
  }

  /**
   * Messages that are dead for that cause now, oldest first; empty if there are none any more.
   *
   * @param problem fingerprint
   */
  public List<Long> messages(String problem) {
    return Optional.ofNullable(groups().get(problem)).stream()
        .flatMap(group -> group.letters().stream())
        .map(DeadLetter::id)
        .toList();
  }

  /** Those of the messages that exist, as people see them, oldest first. */
  public List<DeskStore.Entry> entries(List<Long> messages) {
    return Transactions.run(database, c -> desk.byId(c, messages)).reversed();
  }

  /** Whether any of the messages is about orders, payments, refunds or invoices. */
  public boolean isMoney(List<Long> messages) {
    return Transactions.run(database, c -> letters.flows(c, messages)).stream()
        .anyMatch(this::isMoney);
  }

  /** Of a flow that is configured no more nobody can say that it is not. */
  private boolean isMoney(String flow) {
    FlowKind kind = kinds.get(flow);
    return kind == null || kind.isMoney();
  }

  /**
   * Remembers what was done about all of a cause.
   *
   * @param sample some of its messages, from which it is read whether that helped
   */
  public void resolved(
      String problem, Approval.Action action, String reason, String by, List<Long> sample) {
    Transactions.execute(
        database, c -> store.resolved(c, problem, action.key(), reason, by, sample));
  }

  /** Under which a failure's cause is found here. */
  public String id(Failure failure) {
    return causes.of(failure).cause().id();
  }

  /** How many causes these have. */
  public long count(List<Failure> failures) {
    return failures.stream().map(this::id).distinct().count();
  }

  private Map<String, Group> groups() {
    Map<Cause, Group> found = new LinkedHashMap<>();
    for (DeadLetter letter : Transactions.run(database, letters::all)) {
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

  private Problem problem(Group group, ProblemStore.Notes notes) {
    Cause cause = group.why().cause();
    DeadLetter oldest = group.letters().getFirst();
    return new Problem(
        group.id(),
        cause.flow(),
        cause.fault(),
        cause.field(),
        cause.key(),
        cause.text(),
        oldest.failure().reason(),
        group.letters().size(),
        oldest.created(),
        group.letters().getLast().created(),
        isMoney(cause.flow()),
        group.why().explanation().what(),
        group.why().explanation().todo(),
        notes.assigned().get(group.id()),
        notes.comments().getOrDefault(group.id(), 0),
        notes.suggested().get(group.id()));
  }
}
