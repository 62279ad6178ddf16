package dev.kontor.twin.businesscentral.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void fiveCallsRunAtOnceAndTheSixthWaits() throws Exception {
    Gate gate = new Gate(0, InstantSource.system());
    for (int i = 0; i < 5; i++) {
      assertThat(gate.enter()).isEqualTo(Gate.Passage.ADMITTED);
    }
    CountDownLatch sixth = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    gate.enter();
                    sixth.countDown();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertThat(sixth.await(100, TimeUnit.MILLISECONDS)).isFalse();
    gate.leave();
    assertThat(sixth.await(10, TimeUnit.SECONDS)).isTrue();
    waiting.join();
  }

  @Test
  void moreThanAHundredConnectionsAreTooMany() throws Exception {
    Gate gate = new Gate(0, InstantSource.system());
    AtomicInteger tooMany = new AtomicInteger();
    CountDownLatch answered = new CountDownLatch(1);
    for (int i = 0; i < 101; i++) {
      Thread.ofVirtual().start(() -> enter(gate, tooMany, answered));
    }
    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(tooMany).hasValue(1);
  }

  private static void enter(Gate gate, AtomicInteger tooMany, CountDownLatch answered) {
    try {
      if (gate.enter() == Gate.Passage.TOO_MANY) {
        tooMany.incrementAndGet();
        answered.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
