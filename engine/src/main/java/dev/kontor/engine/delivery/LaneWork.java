package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.observe.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on claimed lanes of one flow and stores what came of it. */
public final class LaneWork {

  private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);

  private final Map<String, FlowLine> lines;
  private final Jobs jobs;
  private final Rounds rounds;
  private final Pauses pauses;
  private final InstantSource clock;
  private final Watch watch;

  public LaneWork(
      Map<String, FlowLine> lines,
      Jobs jobs,
      Rounds rounds,
      Pauses pauses,
      InstantSource clock,
      Watch watch) {
    this.watch = watch;
    this.clock = clock;
    this.lines = Map.copyOf(lines);
    this.jobs = jobs;
    this.rounds = rounds;
    this.pauses = pauses;
  }

  /** Whether a flow's lanes are those of orders, their debtors or their answers. */
  boolean isOfOrders(String flow) {
    FlowLine line = lines.get(flow);
    return line != null && LaneKey.priority(line.config()) <= LaneKey.ORDERS;
  }

  /** Figures of stock go together, as many as the shop takes in one call. */
  Batching batching(String flow) {
    FlowLine line = lines.get(flow);
    if (line == null) {
      return Batching.SOON;
    }
    return line.to()
        .connector()
        .writer(line.config().to().entity())
        .map(writer -> batching(line.config().kind(), writer.maxBatch()))
        .orElse(Batching.SOON);
  }

  private static Batching batching(FlowKind kind, int call) {
    return switch (kind) {
      case STOCK, STATE, SHARED -> Batching.together(call);
      case ORDERS, CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES -> Batching.soon(call);
      case PROGRESS -> Batching.few(call);
    };
  }

  /**
   * Does one round on lanes of one flow with one kind of work. A batch that fails inside is done
   * again lane by lane, so that one document that breaks the hub stops only its own lane.
   *
   * @return lanes that the node goes on with at once
   * @throws dev.kontor.engine.db.DatabaseException if not even the failure could be stored
   */
  List<Claimed> perform(NodeLease.Held held, String flow, List<Claimed> batch) {
    try {
      List<Round> done = run(held, flow, batch);
      if (done.size() != batch.size()) {
        throw new IllegalStateException(
            done.size() + " rounds for " + batch.size() + " lanes: a lane would stay taken");
      }
      return store(held, flow, done);
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        return batch.stream().flatMap(lane -> perform(held, flow, List.of(lane)).stream()).toList();
      }
      LOG.error("work on flow {} failed; its lane is tried again", flow, e);
      return store(held, flow, each(batch, m -> failed(m, e)));
    }
  }

  private List<Claimed> store(NodeLease.Held held, String flow, List<Round> done) {
    List<Round> stored = rounds.store(held.node(), done);
    tell(flow, stored);
    return stored.stream().map(Round::next).filter(Objects::nonNull).toList();
  }

  private void tell(String flow, List<Round> stored) {
    for (Round round : stored) {
      for (Finish finish : round.finishes()) {
        String fault = Objects.requireNonNullElse(finish.state().faultName(), "");
        watch.settled(flow, finish.state().key(), fault);
      }
    }
  }

  private List<Round> run(NodeLease.Held held, String flow, List<Claimed> batch) {
    FlowLine line = lines.get(flow);
    if (line == null) {
      return each(batch, waiting("flow " + flow + " is not configured or switched off"));
    }
    List<Link> needed = needed(line, batch.getFirst().work());
    Optional<MessageState> stopped =
        stopped(line, needed).or(() -> halted(line, batch.getFirst().work()));
    if (stopped.isPresent()) {
      return each(batch, stopped.get());
    }
    return jobs.of(line.config().kind(), batch.getFirst().work())
        .map(job -> guarded(line, needed, job, batch, held))
        .orElseGet(() -> batch.stream().map(Claimed::round).toList());
  }

  private static MessageState waiting(String reason) {
    return new MessageState.Waiting(reason, "", null, Duration.ofMinutes(1));
  }

  /** Orders are read while their target is away, and effects leave while their source is. */
  private static List<Link> needed(FlowLine line, LanePlan.Work work) {
    return switch (work) {
      case LanePlan.Work.Capture c ->
          switch (line.config().kind()) {
            case ORDERS, CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS ->
                List.of(line.from());
            case STOCK, STATE, SHARED -> List.of(line.from(), line.to());
          };
      case LanePlan.Work.Effect e -> List.of(line.to());
      case LanePlan.Work.Nothing n -> List.of();
    };
  }

  private Optional<MessageState> stopped(FlowLine line, List<Link> needed) {
    return Resting.now(line.config(), clock.instant())
        .or(() -> paused(line, needed))
        .or(() -> throttled(needed));
  }

  /** No call could be made, so it is no attempt and needs no record. */
  private static Optional<MessageState> throttled(List<Link> needed) {
    return needed.stream()
        .filter(link -> !link.http().gate().stopped().isZero())
        .findFirst()
        .map(
            link ->
                new MessageState.Retrying(
                    link.name() + " asked for fewer calls; this waits",
                    "Throttled",
                    link.http().gate().stopped(),
                    false));
  }

  /** While people have stopped all writing, what only reads goes on. */
  private Optional<MessageState> halted(FlowLine line, LanePlan.Work work) {
    return writes(line, work)
        ? pauses
            .reason(WakeKeys.EVERYTHING)
            .map(
                why ->
                    new MessageState.Waiting(
                        "everything is stopped: " + why,
                        "",
                        WakeKeys.EVERYTHING,
                        Duration.ofMinutes(1)))
        : Optional.empty();
  }

  /** What flows of state and stock read they write in the same round. */
  private static boolean writes(FlowLine line, LanePlan.Work work) {
    return switch (work) {
      case LanePlan.Work.Effect e -> true;
      case LanePlan.Work.Nothing n -> false;
      case LanePlan.Work.Capture c ->
          switch (line.config().kind()) {
            case STOCK, STATE, SHARED -> true;
            case ORDERS, CUSTOMERS, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS ->
                false;
          };
    };
  }

  private Optional<MessageState> paused(FlowLine line, List<Link> needed) {
    List<String> subjects = new ArrayList<>(List.of(WakeKeys.flow(line.name())));
    needed.forEach(link -> subjects.add(WakeKeys.connection(link.name())));
    for (String subject : subjects) {
      Optional<String> reason = pauses.reason(subject);
      if (reason.isPresent()) {
        return Optional.of(
            new MessageState.Waiting(
                subject + " is paused: " + reason.get(), "", subject, Duration.ofMinutes(1)));
      }
    }
    return Optional.empty();
  }

  /** While a system cannot be reached, one batch probes and the others wait for its result. */
  private static List<Round> guarded(
      FlowLine line, List<Link> needed, Job job, List<Claimed> batch, NodeLease.Held held) {
    try {
      for (Link link : needed) {
        Duration wait = link.breaker().ask();
        if (!wait.isZero()) {
          String reason = link.name() + " cannot be reached; one call probes, this waits";
          return each(batch, new MessageState.Retrying(reason, "Unavailable", wait, false));
        }
      }
      return job.run(line, batch, held);
    } finally {
      needed.forEach(link -> link.breaker().unused());
    }
  }

  private static List<Round> each(List<Claimed> batch, MessageState state) {
    return each(batch, m -> Finish.quiet(m, state));
  }

  /** Decides alike about the messages that each lane would work on next. */
  private static List<Round> each(List<Claimed> batch, Function<Message, Finish> decision) {
    List<Round> rounds = batch.stream().map(Claimed::round).toList();
    for (int i = 0; i < rounds.size(); i++) {
      next(batch.get(i)).stream().map(decision).forEach(rounds.get(i)::finish);
    }
    return rounds;
  }

  /** All notices at once: one that stays ready would make the lane due again in the same moment. */
  private static List<Message> next(Claimed claimed) {
    return switch (claimed.work()) {
      case LanePlan.Work.Capture capture ->
          capture.notices().stream().filter(n -> !n.isDead()).toList();
      case LanePlan.Work.Effect effect -> List.of(effect.event());
      case LanePlan.Work.Nothing n -> List.of();
    };
  }

  /** An outage of the hub's own database is nothing that a message could be tried too often for. */
  private static Finish failed(Message message, RuntimeException failure) {
    if (failure instanceof DatabaseException database && database.isOutage()) {
      String away = "the hub's own database was away";
      return Finish.quiet(
          message, new MessageState.Retrying(away, "Unavailable", Duration.ofSeconds(1), false));
    }
    String reason = "the hub failed inside: " + failure.getClass().getSimpleName();
    MessageState state =
        message.attempts() >= BackOff.STANDARD.maxAttempts()
            ? new MessageState.Dead(reason, "Failed")
            : new MessageState.Retrying(reason, "Failed", Duration.ofSeconds(5), true);
    return new Finish(message, state, "Failed", reason, null);
  }
}
