package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.web.Intake.Body;
import dev.kontor.app.web.Intake.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How much bodies may be, and how much all of them together. */
class IntakeTest {

  private final AtomicLong clock = new AtomicLong();
  private final Intake intake =
      new Intake(new Intake.Limits(1_000, 100, 900, 3, Duration.ofSeconds(10)), clock::get);

  private static InputStream of(int bytes) {
    return new ByteArrayInputStream(new byte[bytes]);
  }

  private Verdict verdict(InputStream in) throws IOException {
    try (Body body = intake.read(in)) {
      return body.verdict();
    }
  }

  @Test
  void allOfABodyIsReadUpToTheLimit() throws IOException {
    try (Body body = intake.read(of(1_000))) {
      assertThat(body.verdict()).isEqualTo(Verdict.WHOLE);
      assertThat(body.bytes()).hasSize(1_000);
    }
    assertThat(verdict(of(1_001))).isEqualTo(Verdict.LARGE);
    assertThat(verdict(of(0))).isEqualTo(Verdict.WHOLE);
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws IOException {
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
    assertThat(verdict(drips)).isEqualTo(Verdict.SLOW);
    assertThat(clock.get()).isEqualTo(Duration.ofSeconds(11).toNanos());
  }

  @Test
  void aSilentSenderIsSlow() throws IOException {
    InputStream silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(new SocketTimeoutException());
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    assertThat(verdict(silent)).isEqualTo(Verdict.SLOW);
    assertThat(intake.hasPlace()).isTrue();
  }

  @Test
  void largeBodiesShareTheirRoomAndLeaveSmallOnesTheirs() throws IOException {
    try (Body large = intake.read(of(1_000))) {
      assertThat(large.verdict()).isEqualTo(Verdict.WHOLE);
      assertThat(verdict(of(101))).isEqualTo(Verdict.CROWDED);
      assertThat(verdict(of(100))).isEqualTo(Verdict.WHOLE);
    }
    assertThat(verdict(of(1_000))).isEqualTo(Verdict.WHOLE);
  }

  @Test
  void soManyAreReadAtATimeAndNoMore() throws IOException {
    try (Body one = intake.read(of(1));
        Body two = intake.read(of(1));
        Body three = intake.read(of(1));
        Body four = intake.read(of(1))) {
      assertThat(one.verdict()).isEqualTo(two.verdict()).isEqualTo(three.verdict());
      assertThat(four.verdict()).isEqualTo(Verdict.CROWDED);
    }
    assertThat(verdict(of(1))).isEqualTo(Verdict.WHOLE);
  }
}
