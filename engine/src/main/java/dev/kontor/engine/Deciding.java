package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.match.HandLinks;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.ApprovalStore;
import dev.kontor.engine.problem.Listed;
import dev.kontor.engine.problem.Problems;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

    /** It was refused by the second person. */
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

  private final DataSource database;
  private final AuditStore audit;
  private final Decisions decisions;
  private final Problems problems;
  private final HandLinks links;
  private final Map<String, FlowLine> lines;
  private final Pauses pauses;
  private final InstantSource clock;
  private final boolean fourEyes;
  private final Runnable wake;
  private final ApprovalStore approvals = new ApprovalStore();

  Deciding(
      DataSource database,
      AuditStore audit,
      Problems problems,
      Map<String, FlowLine> lines,
      Pauses pauses,
      InstantSource clock,
      boolean fourEyes,
      Runnable wake) {
    this.database = database;
    this.audit = audit;
    this.decisions = new Decisions(database, audit);
    this.problems = problems;
    this.links = new HandLinks(database, audit);
    this.lines = Map.copyOf(lines);
    this.pauses = pauses;
    this.clock = clock;
    this.fourEyes = fourEyes;
    this.wake = wake;
  }

  /**
   * One decision, as somebody asks for it.
   *
   * @param problem fingerprint of the group it is about, null if of none
   * @param number of a document that is in the target already, else null
   */
  private record Wish(
      Approval.Action action,
      List<Long> messages,
      @Nullable String problem,
      @Nullable String number,
      String reason,
      String by) {}

  /**
   * Tries messages again, in the order given, or takes them out of their lanes.
   *
   * @param by name of the person
   */
  public Ruling decide(Approval.Action action, List<Long> messages, String by, String reason) {
    return decide(new Wish(action, messages, null, null, reason, by));
  }

  /**
   * The same for all that is dead for one cause now, oldest first.
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
    Optional<String> obstacle =
        problems.listed(List.of(message)).stream().findFirst().flatMap(m -> obstacle(m.flow()));
    if (obstacle.isPresent()) {
      return new Decisions.Result(0, Map.of(message, obstacle.get()));
    }
    Decisions.Result sent = decisions.send(message, by);
    wake.run();
    return sent;
  }

  private Optional<String> obstacle(String flow) {
    FlowLine line = lines.get(flow);
    if (line == null) {
      return Optional.of("belongs to flow " + flow + ", which is switched off");
    }
    if (line.config().quiet().until(clock.instant()).isPresent()) {
      return Optional.of("belongs to flow " + flow + ", which rests now");
    }
    return List.of(
            WakeKeys.EVERYTHING,
            WakeKeys.flow(flow),
            WakeKeys.connection(line.from().name()),
            WakeKeys.connection(line.to().name()))
        .stream()
        .filter(subject -> pauses.reason(subject).isPresent())
        .map(subject -> "waits, as " + subject + " is stopped; resume it first")
        .findFirst();
  }

  private Ruling decide(Wish wish) {
    if (!fourEyes || !isMoney(wish.messages())) {
      return new Ruling.Carried(carryOut(wish));
    }
    long approval =
        Transactions.retrying(
            database,
            c -> {
              long id =
                  approvals.ask(
                      c,
                      wish.action(),
                      wish.messages(),
                      wish.problem(),
                      wish.number(),
                      wish.reason(),
                      wish.by());
              audit.append(c, List.of(row("asked", id, inWords(wish), wish.by())));
              return id;
            });
    return new Ruling.Asked(approval);
  }

  private static String inWords(Wish wish) {
    return wish.action().key() + " " + wish.messages().size() + " messages: " + wish.reason();
  }

  private static AuditRow row(String what, long approval, String details, String by) {
    return AuditRow.of("approval." + what, "approval:" + approval, details + " (" + by + ")");
  }

  private boolean isMoney(List<Long> messages) {
    return problems.listed(messages).stream().anyMatch(m -> problems.isMoney(m.flow()));
  }

  private Decisions.Result carryOut(Wish wish) {
    Decisions.Result result =
        switch (wish.action()) {
          case RESUBMIT -> chunks(wish, decisions::resubmit);
          case DISCARD -> chunks(wish, decisions::discard);
          case SKIP -> chunks(wish, decisions::skip);
          case ENTERED -> linked(wish);
        };
    remember(wish, result);
    wake.run();
    return result;
  }

  /** Carries a decision out in one transaction. */
  @FunctionalInterface
  private interface Act {
    Decisions.Result on(List<Long> messages, String by, String reason);
  }

  private static Decisions.Result chunks(Wish wish, Act act) {
    int changed = 0;
    Map<Long, String> untouched = new TreeMap<>();
    for (List<Long> chunk :
        wish.messages().stream().gather(Gatherers.windowFixed(CHUNK)).toList()) {
      Decisions.Result result = act.on(chunk, wish.by(), wish.reason());
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

  private Decisions.Result linked(Wish wish) {
    long message = wish.messages().getFirst();
    Optional<Listed> found = problems.listed(wish.messages()).stream().findFirst();
    FlowLine line = found.map(Listed::flow).map(lines::get).orElse(null);
    if (found.isEmpty() || line == null) {
      return new Decisions.Result(0, Map.of(message, "is unknown, or its flow switched off"));
    }
    try {
      link(line, found.get(), Objects.requireNonNull(wish.number()), wish);
      return new Decisions.Result(1, Map.of());
    } catch (FaultException e) {
      return new Decisions.Result(0, Map.of(message, "was not linked: " + e.fault().message()));
    }
  }

  private void link(FlowLine line, Listed message, String number, Wish wish) {
    if (!isCreation(line, message)) {
      throw new FaultException(
          new Fault.Unsupported(
              "only an order or customer that is still to be created can be there already"));
    }
    boolean order = line.config().kind() == FlowKind.ORDERS;
    String reference = order ? line.from().config().referencePrefix() + message.number() : null;
    String here = message.number() == null ? "the customer" : message.number();
    Document there = links.find(line, number, reference);
    links.link(line, message.sourceId(), here, there, false, wish.by());
    String details = "is " + number + " in " + line.to().name() + ": " + wish.reason();
    Transactions.execute(
        database,
        c ->
            audit.append(
                c,
                List.of(
                    AuditRow.of(
                        "desk.entered",
                        "message:" + message.id(),
                        details + " (" + wish.by() + ")"))));
  }

  private static boolean isCreation(FlowLine line, Listed message) {
    return message.finished() == null
        && switch (line.config().kind()) {
          case ORDERS -> message.event().equals(OrderDecision.CREATED);
          case CUSTOMERS -> message.kind().equals("event");
          case REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, STOCK, STATE, SHARED, PROGRESS ->
              false;
        };
  }

  /** Decisions that wait for a second person, oldest first. */
  public List<Approval> approvals() {
    return Transactions.run(database, approvals::open);
  }

  /**
   * A second person approves a decision, which is carried out then, or refuses it.
   *
   * @param by name of that person, who must not be the first
   */
  public Ruling settle(long id, boolean approve, String by, String answer) {
    Optional<Approval> found = Transactions.run(database, c -> approvals.find(c, id));
    Optional<Why> obstacle = obstacle(found, by);
    if (obstacle.isPresent()) {
      return new Ruling.Impossible(obstacle.get());
    }
    Approval asked = found.orElseThrow();
    // Carried out first: a decision that was cut short stays open, and repeating it is harmless.
    Ruling ruling = approve ? new Ruling.Carried(carryOut(wish(asked, by))) : new Ruling.Refused();
    Transactions.retrying(
        database,
        c -> {
          approvals.settle(c, id, by, approve, answer);
          audit.append(c, List.of(row(approve ? "given" : "refused", id, answer, by)));
          return id;
        });
    return ruling;
  }

  private static Optional<Why> obstacle(Optional<Approval> found, String by) {
    if (found.isEmpty()) {
      return Optional.of(Why.UNKNOWN);
    }
    if (found.get().settled() != null) {
      return Optional.of(Why.SETTLED);
    }
    return found.get().by().equals(by) ? Optional.of(Why.OWN) : Optional.empty();
  }

  private static Wish wish(Approval asked, String approver) {
    return new Wish(
        asked.action(),
        asked.messages(),
        asked.problem(),
        asked.number(),
        asked.reason(),
        asked.by() + ", approved by " + approver);
  }
}
