package dev.kontor.engine.reconcile;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.state.SeenState;
import dev.kontor.engine.state.StateLook;
import dev.kontor.spi.Ability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/**
 * Compares what a target has of every document of a flow of state, products or prices, with what
 * its source says now. Only reads; what looks different is looked at a second time.
 */
public final class StateCensus {

  /** Documents that are looked at together. */
  private static final int BATCH = 200;

  private final DataSource database;
  private final StateLook look;

  public StateCensus(DataSource database, Translator translator, Payloads payloads) {
    this.database = database;
    this.look = new StateLook(database, translator, payloads);
  }

  /**
   * @param filled whether another flow makes the articles that the target lacks
   * @param secondLook how the second look begins
   * @param progress is told how many have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report take(FlowLine line, boolean filled, Runnable secondLook, IntConsumer progress) {
    boolean creates = line.to().descriptor().can(line.config().to().entity(), Ability.CREATE);
    StateJudgement judgement = new StateJudgement(line.to().name(), creates, filled);
    Report report = new Report();
    if (!StateLook.seesTarget(line)) {
      report.say(
          line.to().name() + " itself cannot be looked at, only what it confirmed to the hub");
    }
    List<String> ids = Keys.ids(line.from().reader(line.config().from().entity()));
    List<String> suspects = new ArrayList<>();
    for (List<String> batch : batches(ids)) {
      Map<String, InLedger> ledger = InLedgerStore.of(database, line, batch);
      for (SeenState seen : look.at(line, batch)) {
        if (judgement.concerns(seen)) {
          report.count();
        }
        if (judgement.judge(seen, of(ledger, seen.sourceId())).isPresent()) {
          suspects.add(seen.sourceId());
        }
      }
      progress.accept(report.compared());
    }
    List<Crossref> gone = gone(line, ids);
    if (!suspects.isEmpty() || !gone.isEmpty()) {
      secondLook.run();
    }
    batches(suspects).forEach(batch -> judge(line, batch, judgement, report));
    judgeGone(line, gone, judgement, report);
    return report;
  }

  private void judge(
      FlowLine line, List<String> suspects, StateJudgement judgement, Report report) {
    Map<String, InLedger> before = InLedgerStore.of(database, line, suspects);
    List<SeenState> looked = look.at(line, suspects);
    Map<String, InLedger> ledger = new HashMap<>(InLedgerStore.of(database, line, suspects));
    before.forEach(
        (id, was) -> ledger.merge(id, was, (now, then) -> now.in(now.lane().or(then.lane()))));
    for (SeenState seen : looked) {
      InLedger known = of(ledger, seen.sourceId());
      judgement.judge(seen, known).ifPresent(found -> found(found, known.lane(), report));
    }
  }

  private static void found(Difference difference, InLane lane, Report report) {
    if (lane == InLane.WAITING) {
      report.waits();
    } else {
      report.add(difference);
    }
  }

  private static InLedger of(Map<String, InLedger> ledger, String id) {
    return ledger.getOrDefault(id, InLedger.NOTHING);
  }

  /** Where the target lets nothing be taken away, nothing is expected to be. */
  private List<Crossref> gone(FlowLine line, List<String> ids) {
    if (!line.to().descriptor().can(line.config().to().entity(), Ability.DELETE)) {
      return List.of();
    }
    Set<String> here = new HashSet<>(ids);
    return look.given(line).stream().filter(given -> !here.contains(given.sourceId())).toList();
  }

  /** A list of keys may have been read while the source changed, so each is asked for once more. */
  private void judgeGone(
      FlowLine line, List<Crossref> gone, StateJudgement judgement, Report report) {
    List<String> ids = gone.stream().map(Crossref::sourceId).toList();
    Set<String> back = new HashSet<>();
    batches(ids).forEach(batch -> look.at(line, batch).forEach(seen -> back.add(seen.sourceId())));
    Map<String, InLane> lanes = WaitingStore.lanes(database, line, ids);
    for (Crossref given : gone) {
      if (!back.contains(given.sourceId())) {
        found(
            judgement.gone(given, line.from().name()),
            lanes.getOrDefault(given.sourceId(), InLane.NOTHING),
            report);
      }
    }
  }

  private static List<List<String>> batches(List<String> ids) {
    return ids.stream().gather(Gatherers.windowFixed(BATCH)).toList();
  }
}
