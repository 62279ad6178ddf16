package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchSizeTest {

  private final BatchSize size = new BatchSize(25, 100, Duration.ofSeconds(15));

  @Test
  void growsAndShrinksWithTheTimeACallTakes() {
    size.took(25, Duration.ofSeconds(1));
    assertThat(size.now()).isEqualTo(50);
    IntStream.range(0, 9).forEach(i -> size.took(size.now(), Duration.ofMillis(1)));
    assertThat(size.now()).isEqualTo(100);
    size.took(100, Duration.ofSeconds(60));
    assertThat(size.now()).isEqualTo(25);
    size.took(1, Duration.ofMinutes(1));
    assertThat(size.now()).isEqualTo(1);
  }

  @Test
  void aCallWithoutAnswerHalvesItButNeverToNothing() {
    size.halve();
    assertThat(size.now()).isEqualTo(12);
    IntStream.range(0, 9).forEach(i -> size.halve());
    assertThat(size.now()).isEqualTo(1);
  }
}
