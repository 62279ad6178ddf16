package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Caches the access token of one OAuth 2.0 client (client credentials). Only one request for a
 * token is under way at any time; the others wait for its answer.
 */
public final class OAuthTokens implements SignIn {

  private static final String BEARER = "Bearer ";

  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);

  private record Token(String value, Instant renewAt) {}

  private final JsonHttp http;
  private final InstantSource clock;
  private final URI endpoint;
  private final Map<String, String> form;
  private final Function<JsonHttp.Reply, @Nullable Fault> diagnosis;
  private final ReentrantLock flight = new ReentrantLock();
  private volatile @Nullable Token current;

  /**
   * @param form parameters beside {@code grant_type}, e.g. client id, secret and scope
   */
  public OAuthTokens(Toolbox toolbox, URI endpoint, Map<String, String> form) {
    this(toolbox, endpoint, form, reply -> null);
  }

  /**
   * @param diagnosis the system's own reading of a refusal, null where the usual one is right
   */
  public OAuthTokens(
      Toolbox toolbox,
      URI endpoint,
      Map<String, String> form,
      Function<JsonHttp.Reply, @Nullable Fault> diagnosis) {
    this.http = new JsonHttp(toolbox.http());
    this.clock = toolbox.clock();
    this.endpoint = endpoint;
    this.diagnosis = diagnosis;
    this.form = new TreeMap<>(form);
    this.form.put("grant_type", "client_credentials");
  }

  /**
   * A token that is still valid for a while.
   *
   * @throws FaultException {@link Fault.SignInRefused}, {@link Fault.Throttled} or {@link
   *     Fault.Unavailable}
   */
  public String token() {
    Token known = current;
    if (known != null && clock.instant().isBefore(known.renewAt())) {
      return known.value();
    }
    flight.lock();
    try {
      Token renewed = current;
      if (renewed == null || !clock.instant().isBefore(renewed.renewAt())) {
        renewed = request();
        current = renewed;
      }
      return renewed.value();
    } finally {
      flight.unlock();
    }
  }

  @Override
  public Optional<String> authorization() {
    return Optional.of(BEARER + token());
  }

  /** A token may have ended early; the next one is another. */
  @Override
  public boolean refused(String authorization) {
    invalidate(authorization.substring(BEARER.length()));
    return true;
  }

  /** Forgets the token the system has just refused, unless a newer one is already there. */
  public void invalidate(String refused) {
    flight.lock();
    try {
      Token known = current;
      if (known != null && known.value().equals(refused)) {
        current = null;
      }
    } finally {
      flight.unlock();
    }
  }

  private Token request() {
    Instant asked = clock.instant();
    HttpRequest request =
        JsonHttp.request(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded()))
            .build();
    JsonHttp.Reply reply = http.read(request);
    JsonNode token = reply.body().path("access_token");
    if (!reply.ok() || !token.isString()) {
      throw new FaultException(fault(reply));
    }
    Duration life = Duration.ofSeconds(reply.body().path("expires_in").asLong(300));
    return new Token(token.asString(), asked.plus(life).minus(margin(life)));
  }

  /** A fifth of the life, two minutes at most, so that a request under way does not outlive it. */
  private static Duration margin(Duration life) {
    Duration fifth = life.dividedBy(5);
    return fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
  }

  private Fault fault(JsonHttp.Reply reply) {
    Fault own = diagnosis.apply(reply);
    if (own != null) {
      return own;
    }
    if (reply.status() == 429) {
      return new Fault.Throttled(reply.retryAfter(clock));
    }
    String at = "sign-in at " + endpoint.getHost() + " answered " + reply.status();
    if (reply.status() >= 500 || reply.status() == 408 || reply.ok()) {
      return new Fault.Unavailable(at);
    }
    // The error code is safe to show; error_description may repeat what was sent.
    String code = reply.body().path("error").asString("");
    return new Fault.SignInRefused(
        at
            + (code.isEmpty() ? "" : " (" + code + ")")
            + "; check client id, client secret and tenant of the connection");
  }

  private String encoded() {
    return form.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
