package dev.kontor.engine.delivery;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one round of work on one lane decided, stored together with the lane's release in one
 * transaction, or not at all.
 */
public final class Round {

  /** Something else to store in the same transaction. */
  @FunctionalInterface
  public interface Also {
    void store(Connection connection) throws SQLException;
  }

  /**
   * Something that many rounds have to store, in as few statements as one of them would need. What
   * is stored together is told apart by identity.
   */
  @FunctionalInterface
  public interface Together<T> {
    void store(Connection connection, List<T> parts) throws SQLException;
  }

  /** One round's share of what is stored together. */
  record Part<T>(Together<T> what, T part) {}

  /** What this node would go on with. */
  private record Going(String effectKey, AtHand atHand) {}

  private final Lane lane;
  private final List<Message> unfinished;
  private final List<Finish> finishes = new ArrayList<>();
  private final List<Append> appends = new ArrayList<>();
  private final List<Crossref> crossrefs = new ArrayList<>();
  private final List<IntentStore.Closing> closings = new ArrayList<>();
  private final List<Also> also = new ArrayList<>();
  private final List<AuditRow> records = new ArrayList<>();
  private final List<Part<?>> parts = new ArrayList<>();
  private final Set<String> wakes = new HashSet<>();
  private final Set<String> locks = new HashSet<>();
  private @Nullable String wakeKey;
  private @Nullable Going going;
  private @Nullable Claimed next;
  private int decided = -1;

  /**
   * @param unfinished messages of the lane as read when the round began
   */
  public Round(Lane lane, List<Message> unfinished) {
    this.lane = lane;
    this.unfinished = List.copyOf(unfinished);
  }

  public Lane lane() {
    return lane;
  }

  public List<Message> unfinished() {
    return unfinished;
  }

  public Round finish(Message message, MessageState state) {
    return finish(Finish.quiet(message, state));
  }

  public Round finish(Finish finish) {
    finishes.add(finish);
    if (finish.state() instanceof MessageState.Waiting waiting) {
      wakeKey = waiting.wakeKey();
    }
    return this;
  }

  /** Another end of a message that is finished here, known only as the round is stored. */
  public void refinish(Message message, MessageState state) {
    finishes.replaceAll(f -> f.message().id() == message.id() ? Finish.quiet(message, state) : f);
  }

  public Round append(Append append) {
    appends.add(append);
    return this;
  }

  public Round crossref(Crossref crossref) {
    crossrefs.add(crossref);
    return this;
  }

  public Round close(IntentStore.Closing closing) {
    closings.add(closing);
    return this;
  }

  /** Announces that something others may wait for is there now. */
  public Round wake(String key) {
    wakes.add(key);
    return this;
  }

  /** Serialises this round with others that name the same key, before anything is stored. */
  public Round lock(String key) {
    locks.add(key);
    return this;
  }

  /** Something that happened beside what becomes of its messages, for the audit. */
  public Round record(AuditRow row) {
    records.add(row);
    return this;
  }

  public Round also(Also store) {
    also.add(store);
    return this;
  }

  /**
   * Keeps the lane for the event with that effect, if the round appends it and leaves nothing else
   * behind.
   */
  public Round goOn(String effectKey, AtHand atHand) {
    going = new Going(effectKey, atHand);
    return this;
  }

  /**
   * Decides whether the lane is kept, now that it is known what was added to it.
   *
   * @param events what was added for all rounds, by effect
   */
  void added(Map<String, Message> events) {
    Message event = going == null ? null : events.get(going.effectKey());
    if (going != null
        && event != null
        && event.lane() == lane.id()
        && unfinished.stream().allMatch(this::isFinished)) {
      next = Claimed.of(lane, List.of(event), going.atHand());
    }
  }

  private boolean isFinished(Message message) {
    return finishes.stream()
        .anyMatch(f -> f.message().id() == message.id() && f.state().isFinished());
  }

  /** What this node goes on with, the lane still being its own; null if the lane is released. */
  @Nullable Claimed next() {
    return next;
  }

  /** As {@link #also}, in one go with the same of other rounds. */
  public <T> Round together(Together<T> what, T part) {
    parts.add(new Part<>(what, part));
    return this;
  }

  /** Forgets what an earlier try of storing added: its transaction did not stand. */
  void restart() {
    if (decided < 0) {
      decided = appends.size();
    }
    next = null;
    appends.subList(decided, appends.size()).clear();
  }

  List<Finish> finishes() {
    return finishes;
  }

  List<Append> appends() {
    return appends;
  }

  List<Crossref> crossrefs() {
    return crossrefs;
  }

  List<IntentStore.Closing> closings() {
    return closings;
  }

  List<AuditRow> records() {
    return records;
  }

  List<Also> alsoStored() {
    return also;
  }

  List<Part<?>> parts() {
    return parts;
  }

  Set<String> wakes() {
    return wakes;
  }

  /** Every key this round waits for, announces or names. */
  Stream<String> keys() {
    return Stream.of(Stream.ofNullable(wakeKey), wakes.stream(), locks.stream())
        .flatMap(keys -> keys);
  }

  @Nullable String wakeKey() {
    return wakeKey;
  }
}
