package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.budget.Turn;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.discretion.PersonalWords;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends effects so that none happens twice: an intent is durable before the call, and an effect
 * whose outcome is not known is looked up until the target's settle time has passed.
 */
public final class Sending {

  private static final Duration LOOK_AGAIN_AT_LEAST = Duration.ofMillis(500);
  private static final Duration LOOK_AGAIN_AT_MOST = Duration.ofSeconds(30);

  private final DataSource database;
  private final IntentStore intents;
  private final EffectIntents effectIntents;
  private final LookUp lookUp;
  private final Faults faults;
  private final Departures departures;
  private final Calls calls;
  private final Rehearsal rehearsal;
  private final LongSupplier nanoTime;

  public Sending(
      DataSource database,
      IntentStore intents,
      Payloads payloads,
      LookUp lookUp,
      Faults faults,
      Departures departures,
      Calls calls,
      Rehearsal rehearsal,
      LongSupplier nanoTime) {
    this.rehearsal = rehearsal;
    this.nanoTime = nanoTime;
    this.database = database;
    this.intents = intents;
    this.effectIntents = new EffectIntents(intents, payloads, departures);
    this.calls = calls;
    this.lookUp = lookUp;
    this.faults = faults;
    this.departures = departures;
  }

  /**
   * What the ledger knows of earlier tries.
   *
   * @param intents by key
   * @param rehearsed messages that waited in a dry run: meanwhile others may have done what they
   *     ask for
   */
  private record Remembered(Map<String, Intent> intents, Set<Long> rehearsed) {
    static final Remembered NOTHING = new Remembered(Map.of(), Set.of());

    @Nullable Intent intent(Effect effect) {
      return intents.get(effect.key());
    }
  }

  /**
   * What came of an effect.
   *
   * @param millis how long the call took it was sent in, null if it was sent in none
   */
  private record Answered(Outcome outcome, @Nullable Long millis) {}

  /** One round per effect. */
  public List<Round> send(
      FlowLine line, List<Effect> effects, SendPermit permit, EffectPlanner planner) {
    if (effects.isEmpty()) {
      return List.of();
    }
    Remembered known = known(line, effects);
    List<Round> rounds = new ArrayList<>();
    List<Effect> toSend = new ArrayList<>();
    List<LookUp.Answer> answers = lookUp(line, effects, known);
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      Round settled = settle(line, effect, known.intent(effect), answers.get(i), planner);
      if (settled == null) {
        toSend.add(effect);
      } else {
        rounds.add(settled);
      }
    }
    rounds.addAll(
        line.config().dryRun()
            ? rehearsal.rounds(line, toSend, planner)
            : write(line, toSend, permit, planner));
    return rounds;
  }

  /**
   * Intents of earlier tries. An event that was added a moment ago has none; should the ledger know
   * its effect all the same, the intent is not opened and the next try finds out.
   */
  private Remembered known(FlowLine line, List<Effect> effects) {
    List<Effect> earlier =
        effects.stream().filter(e -> e.claimed().atHand() instanceof AtHand.Nothing).toList();
    return earlier.isEmpty()
        ? Remembered.NOTHING
        : Transactions.run(database, c -> remembered(c, line, earlier));
  }

  private Remembered remembered(Connection connection, FlowLine line, List<Effect> effects)
      throws SQLException {
    Map<String, Intent> opened =
        intents.find(connection, effects.stream().map(Effect::key).toList());
    List<Long> messages = effects.stream().map(e -> e.event().id()).toList();
    return new Remembered(
        opened, line.config().dryRun() ? Set.of() : rehearsal.of(connection, messages));
  }

  /** Those that are confirmed already, or are certainly not there, need no look-up. */
  private List<LookUp.Answer> lookUp(FlowLine line, List<Effect> effects, Remembered known) {
    return lookUp.before(
        line,
        effects.stream()
            .map(
                effect ->
                    new LookUp.Question(
                        effect,
                        known.intent(effect),
                        known.rehearsed().contains(effect.event().id())))
            .toList());
  }

  /** The round of an effect that need not be sent, or null if it must. */
  private @Nullable Round settle(
      FlowLine line,
      Effect effect,
      @Nullable Intent intent,
      LookUp.Answer answer,
      EffectPlanner planner) {
    return switch (answer) {
      case LookUp.Answer.Send send -> effect.instead().isEmpty() ? null : instead(effect);
      case LookUp.Answer.There there -> there(line, effect, there.written(), intent, planner);
      case LookUp.Answer.Unclear unclear -> unclear(effect, unclear.leftMillis());
      case LookUp.Answer.Failed failed -> failed(line, effect, failed.fault(), intent, null);
    };
  }

  /**
   * What is matched is looked for before its intent is opened: found behind an open one, it is what
   * that call made.
   */
  private Round there(
      FlowLine line,
      Effect effect,
      Outcome.Written written,
      @Nullable Intent intent,
      EffectPlanner planner) {
    Round round = confirmed(line, effect, written, null, planner);
    if (effect.match() != null && intent != null && intent.isOpen()) {
      Effect sent = Transactions.run(database, c -> effectIntents.sent(c, effect, intent));
      planner.made(line, round, sent, written.id(), number(written));
    }
    return round;
  }

  /** It is not there, and it came too late to be sent. */
  private static Round instead(Effect effect) {
    Round round = effect.claimed().round();
    effect.instead().forEach(round::finish);
    return round.close(new IntentStore.Closing(effect.key(), "refused", null, null));
  }

  private static Round unclear(Effect effect, long leftMillis) {
    Duration left = Duration.ofMillis(leftMillis).plus(LOOK_AGAIN_AT_LEAST);
    Duration again = left.compareTo(LOOK_AGAIN_AT_MOST) < 0 ? left : LOOK_AGAIN_AT_MOST;
    Duration soon = again.dividedBy(4);
    String reason = "no answer yet; looked up, not found; sent again when the target has settled";
    MessageState state =
        new MessageState.Retrying(
            reason,
            "OutcomeUnknown",
            soon.compareTo(LOOK_AGAIN_AT_LEAST) < 0 ? LOOK_AGAIN_AT_LEAST : soon,
            false);
    return effect.claimed().round().finish(effect.event(), state);
  }

  private List<Round> write(
      FlowLine line, List<Effect> effects, SendPermit permit, EffectPlanner planner) {
    if (effects.isEmpty()) {
      return List.of();
    }
    Writer writer = line.to().writer(line.config().to().entity());
    List<Round> rounds = new ArrayList<>();
    int from = 0;
    while (from < effects.size()) {
      // A writer may change its batch size with every answer, and the target its pace.
      int together = writer.maxBatch() * calls.atOnce(line.to().http().gate().load().allowed());
      int to = Math.min(effects.size(), from + together);
      rounds.addAll(writeGroup(line, writer, effects.subList(from, to), permit, planner));
      from = to;
    }
    return rounds;
  }

  /**
   * Intents are opened for the calls that leave next: one that waited for others would promise too
   * much.
   */
  private List<Round> writeGroup(
      FlowLine line,
      Writer writer,
      List<Effect> effects,
      SendPermit permit,
      EffectPlanner planner) {
    SendPermit soon = departures.soon(line, permit);
    Set<String> open = Transactions.retrying(database, c -> openIntents(c, line, effects));
    List<Effect> mine = effects.stream().filter(e -> open.contains(e.key())).toList();
    List<Answered> answers = calls(writer, mine, soon);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      rounds.add(outcome(line, mine.get(i), answers.get(i), planner));
    }
    effects.stream()
        .filter(e -> !open.contains(e.key()))
        .forEach(e -> rounds.add(unclear(e, departures.uncertainty(line).toMillis())));
    return rounds;
  }

  private Set<String> openIntents(Connection connection, FlowLine line, List<Effect> effects)
      throws SQLException {
    return effectIntents.open(connection, line, effects);
  }

  private List<Answered> calls(Writer writer, List<Effect> effects, SendPermit permit) {
    List<Supplier<List<Answered>>> batches = new ArrayList<>();
    int each = writer.maxBatch();
    for (int from = 0; from < effects.size(); from += each) {
      List<Effect> batch = effects.subList(from, Math.min(effects.size(), from + each));
      batches.add(() -> timed(writer, batch, permit));
    }
    Turn.giveUp();
    return calls.make(batches).stream().flatMap(List::stream).toList();
  }

  private List<Answered> timed(Writer writer, List<Effect> batch, SendPermit permit) {
    long began = nanoTime.getAsLong();
    List<Outcome> outcomes = call(writer, batch, permit);
    long millis = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - began);
    return outcomes.stream().map(outcome -> new Answered(outcome, millis)).toList();
  }

  private static List<Outcome> call(Writer writer, List<Effect> batch, SendPermit permit) {
    if (!permit.isValid()) {
      return batch.stream().<Outcome>map(e -> new Fault.Unavailable("lease lost")).toList();
    }
    try {
      List<Outcome> outcomes =
          ScopedValue.where(SendPermit.CURRENT, permit)
              .call(() -> writer.write(batch.stream().map(Effect::write).toList()));
      return discreet(batch, outcomes);
    } catch (FaultException e) {
      Fault fault = PersonalWords.of(batch.stream().map(Effect::model).toList()).without(e.fault());
      return batch.stream().<Outcome>map(x -> fault).toList();
    }
  }

  /** A mapping may have put what tells of persons into a field that does not say so. */
  private static List<Outcome> discreet(List<Effect> batch, List<Outcome> outcomes) {
    List<Outcome> said = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      said.add(
          outcomes.get(i) instanceof Fault fault
              ? PersonalWords.of(List.of(batch.get(i).model())).without(fault)
              : outcomes.get(i));
    }
    return said;
  }

  private Round outcome(FlowLine line, Effect effect, Answered answer, EffectPlanner planner) {
    Long millis = answer.millis();
    return switch (answer.outcome()) {
      case Outcome.Written written -> written(line, effect, written, millis, planner);
      case Outcome.Accepted accepted -> accepted(line, effect, accepted, millis);
      case Fault fault -> failed(line, effect, fault, null, millis);
    };
  }

  /** Its intent stays open; the target answered, so it is not taken for out of reach. */
  private Round accepted(
      FlowLine line, Effect effect, Outcome.Accepted accepted, @Nullable Long millis) {
    faults.reached(line.to());
    String reason = "taken, not yet done: " + accepted.handle();
    Duration settled = departures.uncertainty(line).plus(LOOK_AGAIN_AT_LEAST);
    Duration again = settled.compareTo(LOOK_AGAIN_AT_MOST) < 0 ? settled : LOOK_AGAIN_AT_MOST;
    MessageState state = new MessageState.Retrying(reason, "Accepted", again, false);
    return effect
        .claimed()
        .round()
        .finish(new Finish(effect.event(), state, "Accepted", reason, line.mappings(), millis));
  }

  private Round written(
      FlowLine line,
      Effect effect,
      Outcome.Written written,
      @Nullable Long millis,
      EffectPlanner planner) {
    Round round = confirmed(line, effect, written, millis, planner);
    if (effect.action() == Write.Action.CREATE) {
      planner.made(line, round, effect, written.id(), number(written));
    }
    return round;
  }

  private static String number(Outcome.Written written) {
    return written.number() == null ? written.id() : written.number();
  }

  private Round confirmed(
      FlowLine line,
      Effect effect,
      Outcome.Written written,
      @Nullable Long millis,
      EffectPlanner planner) {
    faults.reached(line.to());
    String number = number(written);
    Round round = effect.claimed().round();
    String result = line.to().name() + " " + line.config().to().entity().key() + " " + number;
    String detail =
        effect.notes().isEmpty() ? result : result + "; " + String.join("; ", effect.notes());
    round.finish(
        new Finish(
            effect.event(),
            planner.state(effect, result),
            "Written",
            detail,
            line.mappings(),
            millis));
    round.close(new IntentStore.Closing(effect.key(), "confirmed", written.id(), written.number()));
    planner.confirmed(line, round, effect, written.id(), number);
    return round;
  }

  /**
   * An open intent stays open while its outcome is not known; any other fault means "not applied".
   */
  private Round failed(
      FlowLine line, Effect effect, Fault fault, @Nullable Intent intent, @Nullable Long millis) {
    Round round = effect.claimed().round();
    round.finish(faults.react(line, line.to(), effect.event(), fault).after(millis));
    boolean unknown = fault instanceof Fault.OutcomeUnknown;
    boolean lookUpFailed = intent != null;
    if (!unknown && !lookUpFailed) {
      round.close(new IntentStore.Closing(effect.key(), "refused", null, null));
    }
    return round;
  }
}
