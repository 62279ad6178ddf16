package dev.kontor.engine.http;

import dev.kontor.spi.WholeAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache's client, which waits on the thread that asks: several threads' words for each answer cost
 * more than all the rest of an order's way. Follows no redirect, repeats nothing, keeps no cookie.
 */
public final class BlockingClient implements Transport {

  private static final int CONNECTIONS = 512;
  private static final TimeValue LOOK_AFTER = TimeValue.ofMilliseconds(500);
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("http deadlines").factory());

  public BlockingClient(Duration connectTimeout) {
    deadlines.setRemoveOnCancelPolicy(true);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(connectTimeout))
                    .setSocketTimeout(Timeout.DISABLED)
                    .setValidateAfterInactivity(LOOK_AFTER)
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.DISABLED)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setRoutePlanner(remembered(new SystemDefaultRoutePlanner(ProxySelector.getDefault())))
            .setUserAgent("kontor")
            .evictIdleConnections(IDLE)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  /** Which proxy leads to a host does not change, and asking costs as much as a small answer. */
  private static HttpRoutePlanner remembered(HttpRoutePlanner planner) {
    Map<HttpHost, HttpRoute> routes = new ConcurrentHashMap<>();
    return (host, context) -> {
      HttpRoute known = routes.get(host);
      if (known == null) {
        known = planner.determineRoute(host, context);
        routes.put(host, known);
      }
      return known;
    };
  }

  @Override
  public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
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
    deadlines.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
