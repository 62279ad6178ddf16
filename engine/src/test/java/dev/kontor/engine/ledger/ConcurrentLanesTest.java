package dev.kontor.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.lane.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The permanent test for lost wake-ups: releasing a lane while messages are appended to it must
 * never leave one behind. Few lanes, so that appends and releases meet; {@link LostWakeUpTest}
 * shows step by step what is lost otherwise.
 */
final class ConcurrentLanesTest {

  private static final int APPENDERS = 8;
  private static final int CLAIMERS = 4;
  private static final int EACH = 2_500;
  private static final int BATCH = 10;
  private static final int LANES = 40;

  private final AtomicInteger done = new AtomicInteger();
  private final Map<Long, Long> last = new ConcurrentHashMap<>();
  private final AtomicInteger disorder = new AtomicInteger();

  @Test
  void twentyThousandMessagesNoneLostNoneStuckNoneTwice() throws Exception {
    try (LedgerBench bench = new LedgerBench();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < APPENDERS; i++) {
        int appender = i;
        running.add(threads.submit(() -> append(bench, appender)));
      }
      for (int i = 0; i < CLAIMERS; i++) {
        String node = "node-" + i;
        running.add(threads.submit(() -> work(bench, node)));
      }
      Await.until(
          () -> "done " + done + ", lanes " + bench.column("select l::text from lane l"),
          Await.PATIENCE,
          () -> done.get() >= APPENDERS * EACH || running.stream().anyMatch(this::failed));
      for (Future<?> thread : running) {
        thread.get();
      }
      assertThat(bench.number("select count(*) from message where state = 'done'"))
          .isEqualTo(APPENDERS * EACH);
      assertThat(bench.number("select count(*) from message where state <> 'done'")).isZero();
      assertThat(bench.number("select count(*) from lane")).isZero();
      assertThat(done.get()).isEqualTo(APPENDERS * EACH);
      assertThat(disorder.get()).as("messages of a lane done out of order").isZero();
    }
  }

  private boolean failed(Future<?> thread) {
    return thread.state() == Future.State.FAILED;
  }

  private void append(LedgerBench bench, int appender) {
    for (int from = 0; from < EACH; from += BATCH) {
      List<Append> batch = new ArrayList<>();
      for (int i = from; i < from + BATCH; i++) {
        String lane = "lane-" + (i * 7 + appender) % LANES;
        batch.add(LedgerBench.event(lane, "e", appender + "-" + i));
      }
      bench.append(batch.toArray(Append[]::new));
    }
  }

  private void work(LedgerBench bench, String node) {
    while (done.get() < APPENDERS * EACH) {
      for (Lane lane : bench.claim(node, 4)) {
        List<Message> messages = bench.unfinished(lane);
        messages.forEach(m -> ordered(lane, m)); // while the lane is held: afterwards others run
        if (bench.finish(node, lane, messages, new MessageState.Done(""))) {
          done.addAndGet(messages.size());
        }
      }
    }
  }

  /** Message ids rise within the life of a lane row, whose id names it. */
  private void ordered(Lane lane, Message message) {
    Long before = last.put(lane.id(), message.seq());
    if (before != null && before >= message.seq()) {
      disorder.incrementAndGet();
    }
  }
}
