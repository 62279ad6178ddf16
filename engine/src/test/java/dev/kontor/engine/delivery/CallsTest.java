package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CallsTest {

  private final Set<Integer> made = ConcurrentHashMap.newKeySet();
  private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
  private final Calls calls = Calls.sideBySide(call -> Thread.ofVirtual().start(call));

  private List<Supplier<Integer>> calls(int many, int failing) {
    return IntStream.range(0, many)
        .<Supplier<Integer>>mapToObj(i -> () -> call(i, failing))
        .toList();
  }

  private int call(int number, int failing) {
    made.add(number);
    callers.add(Thread.currentThread());
    if (number == failing) {
      throw new IllegalStateException("call " + number);
    }
    return number;
  }

  @Test
  void answersComeInTheOrderOfTheCalls() {
    assertThat(calls.make(calls(100, -1)))
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(callers).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void fewCallsAreAllMadeAtOnce() {
    CountDownLatch together = new CountDownLatch(5);
    Supplier<Boolean> meeting = () -> meet(together);
    assertThat(calls.make(List.of(meeting, meeting, meeting, meeting, meeting))).containsOnly(true);
  }

  private static boolean meet(CountDownLatch together) {
    together.countDown();
    try {
      return together.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void whatFailsKeepsNoOtherCallFromBeingMade() {
    assertThatThrownBy(() -> calls.make(calls(40, 0))).hasMessage("call 0");
    assertThat(made).hasSize(40);
  }
}
