package dev.kontor.engine.reconcile;

import dev.kontor.engine.customer.CustomerLink;
import dev.kontor.engine.customer.SharedLook;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/**
 * Compares the attributes of linked customers that a flow writes. Names attributes, never what they
 * say. What looks different is looked at a second time.
 */
public final class CustomerCensus {

  private static final int BATCH = 200;

  private final DataSource database;
  private final SharedLook look;

  public CustomerCensus(DataSource database, Translator translator, Payloads payloads) {
    this.database = database;
    this.look = new SharedLook(database, translator, payloads);
  }

  /**
   * @param secondLook how the second look begins
   * @param progress is told how many have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report take(FlowLine line, Runnable secondLook, IntConsumer progress) {
    Report report = new Report();
    Map<String, CustomerLink> linked = look.linked(line);
    List<String> suspects = new ArrayList<>();
    for (List<String> batch : batches(linked.keySet().stream().sorted().toList())) {
      for (SharedLook.Seen seen : look.at(line, some(linked, batch))) {
        report.count();
        if (!seen.isAlike()) {
          suspects.add(seen.sourceId());
        }
      }
      progress.accept(report.compared());
    }
    if (!suspects.isEmpty()) {
      secondLook.run();
      Map<String, CustomerLink> now = look.linked(line);
      batches(suspects).forEach(batch -> judge(line, some(now, batch), report));
    }
    return report;
  }

  private static List<List<String>> batches(List<String> ids) {
    return ids.stream().gather(Gatherers.windowFixed(BATCH)).toList();
  }

  private static Map<String, CustomerLink> some(Map<String, CustomerLink> all, List<String> keys) {
    Map<String, CustomerLink> some = new HashMap<>(all);
    some.keySet().retainAll(keys);
    return some;
  }

  private void judge(FlowLine line, Map<String, CustomerLink> some, Report report) {
    List<String> ids = List.copyOf(some.keySet());
    Map<String, InLedger> before = InLedgerStore.of(database, line, ids);
    List<SharedLook.Seen> looked = look.at(line, some);
    Map<String, InLedger> after = InLedgerStore.of(database, line, ids);
    for (SharedLook.Seen seen : looked) {
      InLedger known = after.getOrDefault(seen.sourceId(), InLedger.NOTHING);
      InLane lane = known.lane().or(before.getOrDefault(seen.sourceId(), InLedger.NOTHING).lane());
      if (lane == InLane.WAITING && !seen.isAlike()) {
        report.waits();
      } else if (!seen.isAlike()) {
        report.add(difference(line, seen, known, lane));
      }
    }
  }

  private static Difference difference(
      FlowLine line, SharedLook.Seen seen, InLedger known, InLane lane) {
    String what =
        seen.fault() == null
            ? line.to().name() + " has another " + String.join(", ", seen.missing())
            : seen.fault().message();
    boolean mendable = seen.fault() == null && lane != InLane.DEAD;
    return new Difference(cause(seen, known, lane), seen.sourceId(), seen.number(), what, mendable);
  }

  private static Cause cause(SharedLook.Seen seen, InLedger known, InLane lane) {
    if (seen.fault() != null || lane == InLane.DEAD) {
      return Cause.NOT_SENT;
    }
    if (seen.changedThere()) {
      return Cause.CHANGED_THERE;
    }
    return seen.version().equals(known.version()) ? Cause.OTHER_RULE : Cause.NEVER_RECEIVED;
  }
}
