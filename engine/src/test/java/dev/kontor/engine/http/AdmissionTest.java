package dev.kontor.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.spi.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final HttpRequest request =
      HttpRequest.newBuilder(URI.create("http://erp")).timeout(Duration.ofSeconds(5)).build();
  private final HttpResponse<byte[]> answer = WholeAnswer.of(request, 200, Map.of(), new byte[0]);
  private final AtomicInteger tries = new AtomicInteger();
  private long now = 1;
  private final Admission admission = new Admission(() -> now);

  private HttpResponse<byte[]> refused() throws IOException {
    tries.incrementAndGet();
    throw new SignInRefusedException("refused");
  }

  private void isRefused(String told) {
    assertThatThrownBy(() -> admission.attempt(new TimeLeft(request), this::refused))
        .isInstanceOf(SignInRefusedException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aRefusedUserIsTriedAgainAfterAMinute() throws IOException {
    isRefused("refused");
    now += Duration.ofSeconds(59).toNanos();
    isRefused("not asked again for 2 s");
    assertThat(tries).hasValue(1);
    now += Duration.ofSeconds(1).toNanos();
    isRefused("refused");
    assertThat(tries).hasValue(2);
  }

  @Test
  void aRefusalEndsWithTheNextWelcome() throws IOException {
    isRefused("refused");
    admission.grant();
    assertThat(admission.attempt(new TimeLeft(request), () -> answer)).isEqualTo(answer);
  }
}
