package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.DecisionStore;
import dev.kontor.engine.ledger.DecisionStore.Decided;
import dev.kontor.engine.ledger.DecisionStore.Scope;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.MessageKind;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.TallyStore;
import dev.kontor.engine.stock.DemandStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The one way a person's decision about messages reaches the ledger, each with an audit row of its
 * own in the same transaction. Works beside a running hub, which takes it up by itself.
 */
public final class Decisions {

  /** The source's word for the notice that a discarded order leaves in its lane. */
  private static final String DISCARDED = "discarded";

  private static final String DEAD = "dead";

  /**
   * @param changed how many messages the decision has changed
   * @param untouched why it did not change the others, by message
   */
  public record Result(int changed, Map<Long, String> untouched) {}

  private final DataSource database;
  private final AuditStore audit;
  private final DecisionStore store = new DecisionStore();
  private final LedgerStore ledger = new LedgerStore();
  private final TallyStore tally = new TallyStore();
  private final DemandStore demand = new DemandStore();

  public Decisions(DataSource database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Tries dead and waiting messages again, mapped anew with the active version. What a person
   * discarded stays discarded.
   *
   * @param by name of the person
   * @param reason in the person's words, may be empty
   */
  public Result resubmit(List<Long> messages, String by, String reason) {
    return resubmit(Scope.OPEN, messages, by, reason);
  }

  /** The same for those of the messages that are as stated. */
  Result resubmit(Scope scope, List<Long> messages, String by, String reason) {
    return again(scope, messages, "desk.resubmit", by, reason);
  }

  /** Has one message worked on at once instead of at its time; a dead one has none. */
  Result send(long message, String by) {
    return again(Scope.ALIVE, List.of(message), "desk.send", by, "sent at once");
  }

  private Result again(Scope scope, List<Long> messages, String kind, String by, String reason) {
    return Transactions.retrying(
        database,
        c -> {
          List<Decided> decided = store.resubmit(c, scope, messages);
          Result result = result(c, messages, decided, kind, reason + " (" + by + ")");
          tally.decided(c, decided, new MessageState.Ready());
          return result;
        });
  }

  /**
   * Takes messages out of their lanes for good. A discarded order counts as sold no longer, and of
   * one whose edit or reopening was discarded nothing counts as missing in the ERP; their stock is
   * told to the shops anew.
   *
   * @param by name of the person
   */
  public Result discard(List<Long> messages, String by, String reason) {
    return discard(Scope.OPEN, messages, by, reason);
  }

  /** The same for those of the messages that are as stated. */
  Result discard(Scope scope, List<Long> messages, String by, String reason) {
    MessageState end = new MessageState.Discarded(by, reason);
    return takeOut(scope, messages, "desk.discard", by, reason, end);
  }

  /**
   * Finishes messages as rightly without effect. What holds of discarded orders holds of skipped
   * ones.
   *
   * @param by name of the person
   */
  Result skip(Scope scope, List<Long> messages, String by, String reason) {
    MessageState end = new MessageState.Skipped(reason + " (" + by + ")");
    return takeOut(scope, messages, "desk.skip", by, reason, end);
  }

  private Result takeOut(
      Scope scope, List<Long> messages, String kind, String by, String reason, MessageState end) {
    return Transactions.retrying(
        database,
        c -> {
          List<Decided> decided = store.takeOut(c, scope, messages, by, end);
          giveUp(c, decided.stream().filter(Decisions::isOrder).toList());
          readAgain(c, decided.stream().filter(d -> isOrder(d) || isChange(d)).toList());
          Result result = result(c, messages, decided, kind, reason + " (" + by + ")");
          tally.decided(c, decided, end);
          return result;
        });
  }

  private static boolean isOrder(Decided message) {
    return message.kind() == MessageKind.EVENT && message.event().equals(OrderDecision.CREATED);
  }

  private static boolean isChange(Decided message) {
    return message.kind() == MessageKind.EVENT
        && (message.event().startsWith(OrderDecision.EDITED)
            || message.event().equals(OrderDecision.REOPENED));
  }

  private void giveUp(Connection connection, List<Decided> orders) throws SQLException {
    for (Decided order : orders) {
      demand.close(connection, order.source(), List.of(order.sourceId()));
    }
  }

  /** Only a hub knows which shops show the goods, so it is asked to read the order once more. */
  private void readAgain(Connection connection, List<Decided> orders) throws SQLException {
    List<Append> notices = orders.stream().map(o -> o.readAgain(DISCARDED)).toList();
    if (!notices.isEmpty()) {
      ledger.append(connection, notices);
    }
  }

  private Result result(
      Connection connection, List<Long> asked, List<Decided> decided, String kind, String why)
      throws SQLException {
    audit.append(
        connection,
        decided.stream().map(d -> AuditRow.of(kind, "message:" + d.id(), why)).toList());
    Set<Long> rest = new HashSet<>(asked);
    decided.forEach(d -> rest.remove(d.id()));
    Map<Long, String> untouched = new TreeMap<>();
    rest.forEach(id -> untouched.put(id, "is unknown"));
    store.untouched(connection, List.copyOf(rest)).forEach(u -> untouched.put(u.id(), why(u)));
    return new Result(decided.size(), untouched);
  }

  private static String why(DecisionStore.Untouched message) {
    if (message.inWork()) {
      return "is being worked on right now; decide again in a moment";
    }
    if (message.state().equals(DEAD)) {
      return "is dead; resubmit it instead";
    }
    return message.state().equals(DISCARDED)
        ? "was discarded, which is for good"
        : "is " + message.state() + " already";
  }
}
