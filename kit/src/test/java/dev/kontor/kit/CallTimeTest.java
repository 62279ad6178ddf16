package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

final class CallTimeTest {

  @Test
  void whatACallWaitedBeforeItsBodyLeftIsNotCounted() {
    long before = System.nanoTime();
    CallTime time = new CallTime();
    HttpRequest.BodyPublisher body = time.body("{}".getBytes(StandardCharsets.US_ASCII));
    Duration waited = Duration.ZERO;
    while (waited.compareTo(Duration.ofMillis(20)) < 0) {
      Thread.onSpinWait();
      waited = Duration.ofNanos(System.nanoTime() - before);
    }
    assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofMillis(19));
    long leaves = System.nanoTime();
    body.subscribe(new Swallowing());
    Duration passed = time.passed();
    assertThat(passed).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - leaves));
    assertThat(body.contentLength()).isEqualTo(2);
  }

  private static final class Swallowing implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
