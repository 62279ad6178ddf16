package dev.kontor.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.bench.wire.WireClient;
import dev.kontor.bench.wire.WireServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TargetTest {

  private static byte[] orders(int... numbers) {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      text.append("{\"externalDocumentNumber\":\"").append(number).append("\"}");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void countsOrdersRepetitionsAndPostsOverOneConnection() throws IOException {
    Target target = new Target();
    try (WireServer server = new WireServer(target);
        WireClient client =
            new WireClient(URI.create("http://127.0.0.1:" + server.port() + "/batch"))) {
      assertThat(client.post(orders(11, 12), Map.of("X", "y"))).isEqualTo(200);
      assertThat(client.post(orders(12), Map.of())).isEqualTo(200);
    }

    assertThat(target.count()).isEqualTo(Map.of("orders", 2L, "repeated", 1L, "posts", 2L));
    assertThat(target.arrivals(11, 2)).doesNotContain(0L);
  }

  @Test
  void answersASingleOrderWithItsNumberAndABatchWithAList() {
    Target target = new Target();

    assertThat(target.answer("/orders", orders(5))).asString().isEqualTo("{\"number\":\"5\"}");
    assertThat(target.answer("/batch", orders(6, 7)))
        .asString()
        .isEqualTo("[{\"number\":\"6\"},{\"number\":\"7\"}]");
  }
}
