package dev.kontor.proof.simulation;

import dev.kontor.spi.WholeAnswer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated system answers; what it says in the body the connector learns beside it.
 *
 * @param retryAfter in whole seconds, as the header has it
 */
record Answer(int status, @Nullable Duration retryAfter) {

  static final Answer OK = new Answer(200, null);

  private Map<String, List<String>> headers() {
    return retryAfter == null
        ? Map.of()
        : Map.of("Retry-After", List.of(String.valueOf(retryAfter.toSeconds())));
  }

  HttpResponse<byte[]> to(HttpRequest request) {
    return WholeAnswer.of(request, status, headers(), new byte[0]);
  }
}
