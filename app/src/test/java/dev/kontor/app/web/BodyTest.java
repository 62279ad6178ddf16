package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are too large, too slow or not what they say they are. */
class BodyTest {

  @TempDir private Path home;

  private static int status(ObservedHub at, String type, BodyPublisher body) throws Exception {
    return at.send(at.to("/api/session").header("Content-Type", type).POST(body)).statusCode();
  }

  @Test
  void whatIsTooLargeOrNotJsonIsRefusedWithOrWithoutALength() throws Exception {
    byte[] large = new byte[BodyFilter.MOST_BYTES + 1];
    byte[] invalid = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
    try (ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10))) {
      String json = "application/json";
      assertThat(status(observed, json, BodyPublishers.ofByteArray(large))).isEqualTo(413);
      BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
      assertThat(status(observed, json, chunked)).isEqualTo(413);
      assertThat(status(observed, json, BodyPublishers.ofByteArray(invalid))).isEqualTo(400);
      assertThat(status(observed, "text/plain", BodyPublishers.ofString("{}"))).isEqualTo(415);
      assertThat(status(observed, json + ";charset=utf-7", BodyPublishers.ofString("{}")))
          .isBetween(400, 415);
    }
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws IOException {
    AtomicLong clock = new AtomicLong();
    InputStream drips =
        new InputStream() {
          @Override
          public int read() {
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            return ' ';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            bytes[from] = (byte) read();
            return 1;
          }
        };
    assertThat(new BodyFilter(clock::get).read(drips)).isEmpty();
    assertThat(clock.get()).isEqualTo(Duration.ofSeconds(21).toNanos());
  }
}
