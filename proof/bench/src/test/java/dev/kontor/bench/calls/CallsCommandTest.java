package dev.kontor.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CallsCommandTest {

  @Test
  void aStartedHundredIsOneLookUpAndOneCreation() {
    assertThat(CallsCommand.minimumCalls(1_000)).isEqualTo(20);
    assertThat(CallsCommand.minimumCalls(1_001)).isEqualTo(22);
    assertThat(CallsCommand.minimumCalls(1)).isEqualTo(2);
  }
}
