package dev.kontor.engine.http;

import dev.kontor.spi.WholeAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** One client's connections; what has no whole answer at its deadline is cut. */
final class Wire implements AutoCloseable {

  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines;

  Wire(CloseableHttpClient client, ScheduledExecutorService deadlines) {
    this.client = client;
    this.deadlines = deadlines;
  }

  /** As {@link Transport#send}. */
  HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    HttpUriRequestBase outgoing = Outgoing.of(request);
    Optional<ScheduledFuture<?>> deadline =
        request
            .timeout()
            .map(most -> deadlines.schedule(outgoing::abort, most.toNanos(), TimeUnit.NANOSECONDS));
    try {
      return client.execute(outgoing, answer -> whole(request, answer));
    } catch (IOException e) {
      if (outgoing.isAborted()) {
        throw new HttpTimeoutException("no whole answer within " + request.timeout().orElseThrow());
      }
      throw Outgoing.named(e);
    } finally {
      deadline.ifPresent(cut -> cut.cancel(false));
    }
  }

  private static HttpResponse<byte[]> whole(HttpRequest request, ClassicHttpResponse answer)
      throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : answer.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    byte[] body =
        answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
    return WholeAnswer.of(request, answer.getCode(), headers, body);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
