package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
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

  private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
  private final HttpRoutePlanner routes =
      remembered(new SystemDefaultRoutePlanner(ProxySelector.getDefault()));
  private final ConnectionConfig connection;
  private final Wire pooled;
  private final List<WindowsConnections> signedIn = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("http deadlines").factory());

  public BlockingClient(Duration connectTimeout) {
    this(connectTimeout, SystemDefaultDnsResolver.INSTANCE);
  }

  /**
   * @param names finds the addresses of hosts, and may refuse to; where a proxy leads to a host,
   *     the proxy's
   */
  public BlockingClient(Duration connectTimeout, DnsResolver names) {
    deadlines.setRemoveOnCancelPolicy(true);
    this.connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(LOOK_AFTER)
            .build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setTlsSocketStrategy(tls)
            .setDnsResolver(names)
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(connection)
            .build();
    this.pooled = new Wire(client(connections).evictIdleConnections(IDLE).build(), deadlines);
  }

  private HttpClientBuilder client(HttpClientConnectionManager connections) {
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.DISABLED)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setRoutePlanner(routes)
        .setUserAgent("kontor")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression();
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
    return pooled.send(request);
  }

  @Override
  public WindowsConnections signedInBy(WindowsUser user) {
    WindowsConnections own = new WindowsConnections(user, this::single);
    signedIn.add(own);
    return own;
  }

  /** One connection at most. */
  private Wire single() {
    BasicHttpClientConnectionManager one =
        BasicHttpClientConnectionManager.create(
            RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    one.setConnectionConfig(connection);
    return new Wire(client(one).build(), deadlines);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    signedIn.forEach(WindowsConnections::close);
    pooled.close();
  }
}
