package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchingTest {

  @ParameterizedTest
  @CsvSource({"1, 256", "50, 250", "100, 200", "256, 256", "500, 256"})
  void aBatchIsWholeCallsAndNeverLargerThanItWas(int call, int batch) {
    assertThat(Batching.soon(call).batch()).isEqualTo(batch);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "500, 16"})
  void whatNeedsFilesGoesFewAtATime(int call, int batch) {
    assertThat(Batching.few(call).batch()).isEqualTo(batch);
  }
}
