package dev.kontor.engine.delivery;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.Release;
import dev.kontor.engine.ledger.Added;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.OutcomeStore;
import dev.kontor.engine.ledger.Taking;
import dev.kontor.engine.ledger.TallyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Stores rounds: outcomes, cross-references, follow-ups, audit and lane releases, all or nothing.
 */
public final class Rounds {

  private final DataSource database;
  private final LedgerStore ledger;
  private final LaneStore lanes;
  private final CrossrefStore crossrefs;
  private final IntentStore intents;
  private final Pauses pauses;
  private final AuditStore audit;
  private final OutcomeStore outcomes = new OutcomeStore();
  private final TallyStore tally = new TallyStore();

  public Rounds(
      DataSource database,
      LedgerStore ledger,
      LaneStore lanes,
      CrossrefStore crossrefs,
      IntentStore intents,
      Pauses pauses,
      AuditStore audit) {
    this.database = database;
    this.ledger = ledger;
    this.lanes = lanes;
    this.crossrefs = crossrefs;
    this.intents = intents;
    this.pauses = pauses;
    this.audit = audit;
  }

  /**
   * Stores what was decided. Rounds whose lane another node took over are dropped whole: that node
   * finds the open intents and looks the effects up.
   *
   * @param node owner the lanes were claimed under
   * @return those that stand
   */
  public List<Round> store(String node, List<Round> rounds) {
    List<Round> left = rounds;
    while (!left.isEmpty()) {
      List<Round> attempt = left;
      left = Transactions.retrying(database, connection -> storeHeld(connection, node, attempt));
      if (left.size() == attempt.size()) {
        return attempt;
      }
    }
    return left;
  }

  /** Those whose claim still holds; stored only if all do. */
  private List<Round> storeHeld(Connection connection, String node, List<Round> rounds)
      throws SQLException {
    // Named locks first: whoever has them may need a lane, nobody who has a lane needs them.
    lanes.lockWaiting(connection, announced(rounds));
    Set<Lane> held = lanes.held(connection, node, rounds.stream().map(Round::lane).toList());
    List<Round> standing = rounds.stream().filter(round -> held.contains(round.lane())).toList();
    if (standing.size() < rounds.size()) {
      return standing;
    }
    for (Round round : rounds) {
      round.restart();
      for (Round.Also also : round.alsoStored()) {
        also.store(connection);
      }
    }
    Shares.store(connection, all(rounds, Round::parts));
    crossrefs.upsert(connection, all(rounds, Round::crossrefs));
    intents.close(connection, all(rounds, Round::closings));
    List<Finish> finishes = all(rounds, Round::finishes);
    outcomes.finish(connection, node, finishes);
    List<Append> appends = all(rounds, Round::appends);
    Map<String, Message> events = events(ledger.add(connection, appends, Taking.NOTHING));
    rounds.forEach(round -> round.added(events));
    lanes.release(connection, node, rounds.stream().map(Rounds::release).toList());
    lanes.wake(connection, wakes(connection, rounds));
    List<AuditRow> happened = new ArrayList<>(all(rounds, Round::records));
    finishes.forEach(finish -> happened.add(row(finish)));
    audit.append(connection, happened);
    tally.add(connection, finishes);
    return standing;
  }

  private static Map<String, Message> events(List<Added> added) {
    Map<String, Message> events = new HashMap<>();
    for (Added one : added) {
      String effect = one.append().effectKey();
      if (effect != null) {
        events.put(effect, one.message());
      }
    }
    return events;
  }

  private static Release release(Round round) {
    Release release =
        LanePlan.release(round.lane(), round.unfinished(), round.finishes(), round.wakeKey());
    return round.next() == null ? release : release.kept();
  }

  /** Every key these rounds wait for, announce or name, for one ordered lock. */
  private static List<String> announced(List<Round> rounds) {
    return rounds.stream().flatMap(Round::keys).distinct().sorted().toList();
  }

  /**
   * Keys announced, and keys waited for that have appeared, or subjects that were resumed, since.
   */
  private Set<String> wakes(Connection connection, List<Round> rounds) throws SQLException {
    Set<String> wakes = new HashSet<>();
    rounds.forEach(r -> wakes.addAll(r.wakes()));
    List<String> waitedFor =
        rounds.stream().map(Round::wakeKey).filter(Objects::nonNull).distinct().toList();
    wakes.addAll(crossrefs.present(connection, waitedFor));
    wakes.addAll(pauses.lifted(connection, waitedFor));
    return wakes;
  }

  private static AuditRow row(Finish finish) {
    String detail = Objects.requireNonNullElse(finish.detail(), finish.state().reasonText());
    return AuditRow.of(
        "message." + finish.state().key(), "message:" + finish.message().id(), detail);
  }

  private static <T> List<T> all(
      List<Round> rounds, java.util.function.Function<Round, List<T>> part) {
    List<T> result = new ArrayList<>();
    rounds.forEach(r -> result.addAll(part.apply(r)));
    return result;
  }

  /** Cross-reference and the key under which others wait for it. */
  public static String wakeKey(Crossref crossref) {
    return WakeKeys.missing(crossref.target(), crossref.entity(), crossref.sourceId());
  }
}
