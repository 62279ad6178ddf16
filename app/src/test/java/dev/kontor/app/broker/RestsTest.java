package dev.kontor.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestsTest {

  @Test
  void eachRestIsTwiceTheOneBeforeUpToAMinuteUntilATryWentWell() {
    Rests rests = new Rests();
    assertThat(Stream.generate(rests::next).limit(9).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    rests.over();
    assertThat(rests.next()).isEqualTo(Duration.ofSeconds(1));
  }
}
