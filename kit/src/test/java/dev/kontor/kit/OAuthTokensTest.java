package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {

  private final CannedHttp http = new CannedHttp();
  private final OAuthTokens tokens =
      new OAuthTokens(
          http,
          URI.create("https://login.example/tenant/token"),
          Map.of("client_id", "id", "client_secret", "s&cret"));

  @Test
  void asksOnceWhileTheTokenIsFresh() {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
    assertThat(tokens.token()).isEqualTo("t1");
    assertThat(tokens.token()).isEqualTo("t1");
    assertThat(http.asked).hasSize(1);
    assertThat(http.asked.getFirst().body())
        .isEqualTo("client_id=id&client_secret=s%26cret&grant_type=client_credentials");
  }

  @Test
  void renewsBeforeTheTokenExpires() {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":600}");
    http.answer(200, "{\"access_token\":\"t2\",\"expires_in\":600}");
    tokens.token();
    http.now = http.now.plus(Duration.ofSeconds(479));
    assertThat(tokens.token()).isEqualTo("t1");
    http.now = http.now.plus(Duration.ofSeconds(1));
    assertThat(tokens.token()).isEqualTo("t2");
  }

  @Test
  void forgetsOnlyTheRefusedToken() {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
    http.answer(200, "{\"access_token\":\"t2\",\"expires_in\":3600}");
    tokens.token();
    tokens.invalidate("older");
    assertThat(tokens.token()).isEqualTo("t1");
    tokens.invalidate("t1");
    assertThat(tokens.token()).isEqualTo("t2");
  }

  @Test
  void manyThreadsShareOneRequest() throws Exception {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> calls = java.util.Collections.nCopies(50, tokens::token);
      for (Future<String> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo("t1");
      }
    }
    assertThat(http.asked).hasSize(1);
  }

  @Test
  void tellsRefusalFromOutageAndKeepsTheSecret() {
    http.answer(401, "{\"error\":\"invalid_client\",\"error_description\":\"s&cret is wrong\"}");
    assertThatThrownBy(tokens::token)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(Fault.SignInRefused.class))
        .hasMessageContaining("invalid_client")
        .hasMessageNotContaining("s&cret");
    http.answer(503, "");
    assertThatThrownBy(tokens::token)
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Unavailable.class));
    http.answer(429, "", Map.of("Retry-After", List.of("7")));
    assertThatThrownBy(tokens::token)
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new Fault.Throttled(Duration.ofSeconds(7))));
  }
}
