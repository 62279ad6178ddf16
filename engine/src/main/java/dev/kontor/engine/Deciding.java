package dev.kontor.engine;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.DecisionStore.Scope;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Problems;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What people decide about messages beside a running hub: alone, or with a second person where the
 * configuration asks for four eyes.
 */
public final class Deciding {

  /** What became of a decision. */
  public sealed interface Ruling {
    /** It was carried out as far as possible. */
    record Carried(Decisions.Result result) implements Ruling {}

    /** A second person must approve it first. */
    record Asked(long approval) implements Ruling {}

    /** It was refused, or taken back. */
    record Refused() implements Ruling {}

    /** It cannot be settled: there is no such decision, it is settled, or it is one's own. */
    record Impossible(Why why) implements Ruling {}
  }

  /** Why a decision cannot be settled. */
  public enum Why {
    UNKNOWN,
    SETTLED,
    OWN
  }

  /** So many in one transaction, which holds up the lanes of as many documents. */
  private static final int CHUNK = 500;

  private static final int SAMPLE = 20;

  private final Decisions decisions;
  private final Problems problems;
  private final FourEyes fourEyes;
  private final Entering entering;
  private final Map<String, FlowLine> lines;
  private final Pauses pauses;
  private final InstantSource clock;
  private final Runnable wake;

  Deciding(
      DataSource database,
      AuditStore audit,
      Problems problems,
      Map<String, FlowLine> lines,
      Pauses pauses,
      InstantSource clock,
      boolean fourEyes,
      Runnable wake) {
    this.decisions = new Decisions(database, audit);
    this.problems = problems;
    this.fourEyes = new FourEyes(database, audit, problems, fourEyes);
    this.entering = new Entering(database, audit, lines);
    this.lines = Map.copyOf(lines);
    this.pauses = pauses;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * Tries messages again, in the order given, or takes them out of their lanes.
   *
   * @param by name of the person
   */
  public Ruling decide(Approval.Action action, List<Long> messages, String by, String reason) {
    return decide(new Wish(action, messages, null, null, reason, by));
  }

  /**
   * The same for all that is dead for one cause now, oldest first. What somebody else has decided
   * about by the time its turn comes is left as it is.
   *
   * @param problem fingerprint
   * @return empty if nothing is
   */
  public Optional<Ruling> decideAll(
      Approval.Action action, String problem, String by, String reason) {
    List<Long> messages = problems.messages(problem);
    return messages.isEmpty()
        ? Optional.empty()
        : Optional.of(decide(new Wish(action, messages, problem, null, reason, by)));
  }

  /**
   * A document is in the target already: it is looked up there, linked, and the message finished
   * with that; its source is told as if the hub had written it.
   *
   * @param number by which people know it in the target
   */
  public Ruling entered(long message, String number, String by, String reason) {
    return decide(new Wish(Approval.Action.ENTERED, List.of(message), null, number, reason, by));
  }

  /** Has one message worked on at once instead of at its time, if its flow may work now. */
  public Decisions.Result send(long message, String by) {
    Optional<String> obstacle = entry(message).flatMap(m -> obstacle(m.flow()));
    if (obstacle.isPresent()) {
      return new Decisions.Result(0, Map.of(message, obstacle.get()));
    }
    Decisions.Result sent = decisions.send(message, by);
    wake.run();
    return sent;
  }

  private Optional<DeskStore.Entry> entry(long message) {
    return problems.entries(List.of(message)).stream().findFirst();
  }

  private Optional<String> obstacle(String flow) {
    FlowLine line = lines.get(flow);
    if (line == null) {
      return Optional.of("belongs to flow " + flow + ", which is switched off");
    }
    if (line.config().quiet().until(clock.instant()).isPresent()) {
      return Optional.of("belongs to flow " + flow + ", which rests now");
    }
    return Stream.of(
            WakeKeys.EVERYTHING,
            WakeKeys.flow(flow),
            WakeKeys.connection(line.from().name()),
            WakeKeys.connection(line.to().name()))
        .filter(subject -> pauses.reason(subject).isPresent())
        .map(subject -> "waits, as " + subject + " is stopped; resume it first")
        .findFirst();
  }

  private Ruling decide(Wish wish) {
    return fourEyes.isNeeded(wish)
        ? new Ruling.Asked(fourEyes.ask(wish))
        : new Ruling.Carried(carryOut(wish));
  }

  private Decisions.Result carryOut(Wish wish) {
    Decisions.Result result =
        switch (wish.action()) {
          case RESUBMIT -> chunks(wish, decisions::resubmit);
          case DISCARD -> chunks(wish, decisions::discard);
          case SKIP -> chunks(wish, decisions::skip);
          case ENTERED -> entering.enter(wish, entry(wish.messages().getFirst()));
        };
    remember(wish, result);
    wake.run();
    return result;
  }

  /** Carries a decision out in one transaction. */
  @FunctionalInterface
  private interface Act {
    Decisions.Result on(Scope scope, List<Long> messages, String by, String reason);
  }

  private static Decisions.Result chunks(Wish wish, Act act) {
    Scope scope = wish.problem() == null ? Scope.OPEN : Scope.DEAD;
    int changed = 0;
    Map<Long, String> untouched = new TreeMap<>();
    for (List<Long> chunk :
        wish.messages().stream().gather(Gatherers.windowFixed(CHUNK)).toList()) {
      Decisions.Result result = act.on(scope, chunk, wish.by(), wish.reason());
      changed += result.changed();
      untouched.putAll(result.untouched());
    }
    return new Decisions.Result(changed, untouched);
  }

  private void remember(Wish wish, Decisions.Result result) {
    String problem = wish.problem();
    if (problem != null && result.changed() > 0) {
      List<Long> sample =
          wish.messages().stream()
              .filter(m -> !result.untouched().containsKey(m))
              .limit(SAMPLE)
              .toList();
      problems.resolved(problem, wish.action(), wish.reason(), wish.by(), sample);
    }
  }

  /** Decisions that wait for a second person, oldest first. */
  public List<Approval> approvals() {
    return fourEyes.open();
  }

  /**
   * A second person approves a decision, which is carried out then, or refuses it. Who asked for it
   * may refuse it, too.
   *
   * @param by name of that person
   */
  public Ruling settle(long id, boolean approve, String by, String answer) {
    return switch (fourEyes.settle(id, approve, by, answer)) {
      case FourEyes.Settled.Approved(Approval asked) -> {
        Decisions.Result result = carryOut(Wish.of(asked, by));
        fourEyes.carriedOut(asked);
        yield new Ruling.Carried(result);
      }
      case FourEyes.Settled.Refused() -> new Ruling.Refused();
      case FourEyes.Settled.Impossible(Why why) -> new Ruling.Impossible(why);
    };
  }
}
