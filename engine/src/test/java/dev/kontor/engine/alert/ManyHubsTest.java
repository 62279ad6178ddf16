package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many hubs look and tell at the same moment, each receiver is told once. */
final class ManyHubsTest {

  private static final int CAUSES = 12;
  private static final List<String> NODES = List.of("a", "b", "a", "b");

  @TempDir private Path home;

  private static void atOnce(List<Callable<Integer>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertThat(done.get()).isNotNull();
      }
    }
  }

  @Test
  void eachCauseIsToldOnce() throws Exception {
    try (AlertBench bench = new AlertBench(home)) {
      IntStream.range(0, CAUSES).forEach(i -> bench.fail("o" + i, "cause " + (char) ('a' + i)));
      atOnce(NODES.stream().map(node -> looking(bench)).toList());
      assertThat(bench.ledger.number("select count(*) from alert")).isEqualTo(CAUSES);
      List<Callable<Integer>> telling = new ArrayList<>();
      for (String node : List.of("a", "b")) {
        telling.add(telling(bench, node, "hook"));
        telling.add(telling(bench, node, "other"));
      }
      atOnce(telling);
      assertThat(AlertBench.ids(bench.hook)).hasSize(CAUSES).doesNotHaveDuplicates();
      assertThat(AlertBench.ids(bench.other)).hasSize(CAUSES).doesNotHaveDuplicates();
    }
  }

  private static Callable<Integer> looking(AlertBench bench) {
    Alerts alerts = bench.alerts();
    return () -> {
      for (int i = 0; i < 5; i++) {
        alerts.look();
      }
      return 1;
    };
  }

  private static Callable<Integer> telling(AlertBench bench, String node, String receiver) {
    Notifying notifying = bench.notifying(node);
    return () -> notifying.tell(receiver);
  }
}
