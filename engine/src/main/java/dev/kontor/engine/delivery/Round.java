package dev.kontor.engine.delivery;

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
import java.util.Set;
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

  private final Lane lane;
  private final List<Message> unfinished;
  private final List<Finish> finishes = new ArrayList<>();
  private final List<Append> appends = new ArrayList<>();
  private final List<Crossref> crossrefs = new ArrayList<>();
  private final List<IntentStore.Closing> closings = new ArrayList<>();
  private final List<Also> also = new ArrayList<>();
  private final Set<String> wakes = new HashSet<>();
  private @Nullable String wakeKey;
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

  public Round also(Also store) {
    also.add(store);
    return this;
  }

  /** Forgets what an earlier try of storing added: its transaction did not stand. */
  void restart() {
    if (decided < 0) {
      decided = appends.size();
    }
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

  List<Also> alsoStored() {
    return also;
  }

  Set<String> wakes() {
    return wakes;
  }

  @Nullable String wakeKey() {
    return wakeKey;
  }
}
