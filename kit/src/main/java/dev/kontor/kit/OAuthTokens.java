package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Access tokens of one OAuth 2.0 client (client credentials), each kept while it is good. */
public final class OAuthTokens implements SignIn {

  private final JsonHttp http;
  private final InstantSource clock;
  private final URI endpoint;
  private final Map<String, String> form;
  private final Function<JsonHttp.Reply, @Nullable Fault> diagnosis;
  private final TokenCache kept;

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
    this.kept = new TokenCache(clock, this::request);
  }

  /**
   * A token that is still valid for a while.
   *
   * @throws FaultException {@link Fault.SignInRefused}, {@link Fault.Throttled} or {@link
   *     Fault.Unavailable}
   */
  public String token() {
    return kept.token();
  }

  @Override
  public Optional<String> authorization() {
    return kept.authorization();
  }

  /** A token may have ended early; the next one is another. */
  @Override
  public boolean refused(String authorization) {
    return kept.refused(authorization);
  }

  /** Forgets the token the system has just refused, unless a newer one is already there. */
  public void invalidate(String refused) {
    kept.invalidate(refused);
  }

  private TokenCache.Issued request() {
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
    return new TokenCache.Issued(
        token.asString(), Duration.ofSeconds(reply.body().path("expires_in").asLong(300)));
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
