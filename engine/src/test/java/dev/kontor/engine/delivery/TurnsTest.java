package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.budget.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TurnsTest {

  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<List<Integer>> batches = new ArrayList<>();
  private Runnable during = () -> {};
  private final Turns<String, Integer> turns =
      new Turns<>(threads::add, TurnsTest::batching, this::work);

  private static Batching batching(String kind) {
    return kind.equals("stock") ? Batching.together(500) : Batching.SOON;
  }

  private void work(String kind, List<Integer> batch) {
    batches.add(batch);
    during.run();
  }

  private void run() {
    Objects.requireNonNull(threads.poll()).run();
  }

  @Test
  void whatComesWhileABatchHasItsTurnGoesTogether() {
    during =
        () -> {
          during = () -> {};
          turns.add("orders", List.of(2));
          turns.add("orders", List.of(3));
          assertThat(threads).as("turns beside the one that is taken").isEmpty();
        };
    turns.add("orders", List.of(1));
    while (!threads.isEmpty()) {
      run();
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
  }

  @Test
  void anotherBatchBeginsBesideTheFirstIfManyWait() {
    during =
        () -> {
          during = () -> {};
          turns.add("orders", IntStream.range(0, 16).boxed().toList());
          assertThat(threads).as("turns beside the one that is taken").hasSize(1);
        };
    turns.add("orders", List.of(1));
    run();
    assertThat(batches.getFirst()).containsExactly(1);
  }

  @Test
  void aBatchThatCallsLetsTheNextBegin() {
    List<Integer> begun = new ArrayList<>();
    during =
        () -> {
          turns.add("orders", List.of(3));
          begun.add(threads.size());
          Turn.giveUp();
          begun.add(threads.size());
        };
    turns.add("orders", List.of(1));
    run();
    assertThat(begun).as("waiting for a thread before and after the call").containsExactly(0, 1);
  }

  @Test
  void kindsDoNotWaitForEachOther() {
    turns.add("orders", List.of(1));
    turns.add("stock", List.of(2));
    assertThat(threads).hasSize(2);
  }

  @Test
  void aBatchHasABound() {
    turns.add("orders", IntStream.range(0, 1_000).boxed().toList());
    while (!threads.isEmpty()) {
      run();
    }
    assertThat(batches).extracting(List::size).containsExactly(256, 256, 256, 232);
  }

  @Test
  void whatGoesTogetherWaitsForTheBatchBeforeAlsoWhileThatCalls() {
    during =
        () -> {
          during = () -> {};
          turns.add("stock", IntStream.range(0, 600).boxed().toList());
          Turn.giveUp();
          assertThat(threads).as("batches beside the one that calls").isEmpty();
        };
    turns.add("stock", List.of(1));
    while (!threads.isEmpty()) {
      run();
    }
    assertThat(batches).extracting(List::size).containsExactly(1, 500, 100);
  }
}
