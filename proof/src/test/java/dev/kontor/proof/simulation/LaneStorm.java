package dev.kontor.proof.simulation;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.OutcomeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Appends and releases of a few lanes from several threads at once, all meeting in the database.
 */
final class LaneStorm {

  private static final int APPENDERS = 2;
  private static final int WORKERS = 3;
  private static final int EACH = 400;
  private static final int LANES = 2;

  private final DataSource database;
  private final LedgerStore ledger = new LedgerStore();
  private final LaneStore lanes = new LaneStore();
  private final OutcomeStore outcomes = new OutcomeStore();
  private final AtomicInteger appending = new AtomicInteger(APPENDERS);

  LaneStorm(DataSource database) {
    this.database = database;
  }

  /** What is left when nobody finds anything to do any more. */
  String blow() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < APPENDERS; i++) {
        running.add(threads.submit(this::append));
      }
      for (int i = 0; i < WORKERS; i++) {
        String node = "node-" + i;
        running.add(threads.submit(() -> work(node)));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (ExecutionException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<String> left = Transactions.run(database, SimulationStore::left);
    return left.isEmpty() ? "" : left.size() + " left, such as " + left.getFirst();
  }

  private void append() {
    for (int i = 0; i < EACH; i++) {
      String lane = "lane-" + i % LANES;
      Append notice = Append.notice(lane, "flow", 5, "changed", "shop", lane, null, null);
      Transactions.retrying(database, c -> ledger.append(c, List.of(notice)));
    }
    appending.decrementAndGet();
  }

  private void work(String node) {
    boolean more = true;
    while (more) {
      boolean last = appending.get() == 0;
      List<Lane> claimed = Transactions.run(database, c -> lanes.claim(c, node, 1, false));
      claimed.forEach(lane -> finish(node, lane));
      more = !last || !claimed.isEmpty();
    }
  }

  private void finish(String node, Lane lane) {
    List<Message> seen = Transactions.run(database, c -> ledger.unfinished(c, List.of(lane.id())));
    List<Finish> finishes =
        seen.stream().map(m -> Finish.quiet(m, new MessageState.Done(""))).toList();
    Transactions.retrying(
        database,
        c -> {
          outcomes.finish(c, node, finishes);
          lanes.release(c, node, List.of(LanePlan.release(lane, seen, finishes, null)));
          return true;
        });
  }
}
