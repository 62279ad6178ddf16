package dev.kontor.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class NanosTest {

  @Test
  void percentileIsTheSmallestValueNotExceededByThatShare() {
    long[] oneToHundred = LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).toArray();

    assertThat(Nanos.percentileMillis(oneToHundred, 50)).isEqualTo(50);
    assertThat(Nanos.percentileMillis(oneToHundred, 99)).isEqualTo(99);
    assertThat(Nanos.percentileMillis(new long[] {7_000_000}, 99)).isEqualTo(7);
  }
}
