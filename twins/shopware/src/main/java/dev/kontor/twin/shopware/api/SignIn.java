package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OAuth client credentials: issues tokens and knows whose they are (contract §1, auth fixtures).
 */
public final class SignIn {
  private static final long LIFE_SECONDS = 600;
  private static final Pattern ACCESS_KEY = Pattern.compile("SW(IA|UA)[A-Z0-9]{22}");

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Dials dials;
  private final Throttle throttle;

  private record Token(Client client, Instant expires) {}

  public SignIn(InstantSource clock, Dials dials) {
    this.clock = clock;
    this.dials = dials;
    this.throttle = new Throttle(clock);
  }

  public void add(Client client) {
    clients.put(client.accessKey(), client);
  }

  public void remove(String accessKey) {
    clients.remove(accessKey);
    tokens.values().removeIf(t -> t.client().accessKey().equals(accessKey));
  }

  /** All tokens become invalid at once, as after a change of the shop's keys. */
  public void expireTokens() {
    tokens.clear();
  }

  Answer token(Call call) {
    throttle.check();
    JsonNode body = body(call);
    if (!body.path("grant_type").asString("").equals("client_credentials")) {
      throw refused(
          400,
          "2",
          "The authorization grant type is not supported by the authorization server.",
          "Check that all required parameters have been provided");
    }
    String accessKey = body.path("client_id").asString("");
    if (!ACCESS_KEY.matcher(accessKey).matches()) {
      throttle.failed();
      throw ApiError.of(
          500,
          "FRAMEWORK__API_INVALID_ACCESS_KEY",
          "Access key is invalid and could not be identified.",
          Json.object());
    }
    Client client = clients.get(accessKey);
    if (client == null || !client.secret().equals(body.path("client_secret").asString(""))) {
      throttle.failed();
      throw refused(401, "4", "Client authentication failed", null);
    }
    throttle.succeeded();
    return Answer.json(200, issue(client));
  }

  private static JsonNode body(Call call) {
    try {
      return call.json();
    } catch (JacksonException e) {
      ObjectNode form = Json.object();
      for (String pair : call.text().split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(
            parts[0],
            parts.length == 2 ? java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
      }
      return form;
    }
  }

  private ObjectNode issue(Client client) {
    long life = Math.min(LIFE_SECONDS, dials.settings().tokenExpirySeconds());
    String token =
        encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\"}")
            + "."
            + encoded("{\"aud\":\"" + client.accessKey() + "\",\"jti\":\"" + Ids.hex() + "\"}")
            + "."
            + encoded(Ids.hex());
    Instant now = clock.instant();
    tokens.values().removeIf(t -> t.expires().isBefore(now));
    tokens.put(token, new Token(client, now.plusSeconds(life)));
    return Json.object()
        .put("token_type", "Bearer")
        .put("expires_in", life)
        .put("access_token", token);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The client a call is made by; throws ApiError 401. */
  Client client(Call call) {
    String header = call.header("authorization").orElse("");
    if (!header.startsWith("Bearer ")) {
      throw denied("Missing token in \"Authorization\" header");
    }
    String text = header.substring("Bearer ".length());
    Token token = tokens.get(text);
    if (token == null) {
      throw denied(
          text.startsWith("eyJ")
              ? "Access token could not be verified"
              : "Error while decoding from JSON");
    }
    if (token.expires().isBefore(clock.instant())) {
      throw denied("Access token could not be verified");
    }
    return token.client();
  }

  private static ApiError denied(String hint) {
    return refused(
        401, "9", "The resource owner or authorization server denied the request.", hint);
  }

  private static ApiError refused(
      int status, String code, String title, @org.jspecify.annotations.Nullable String hint) {
    return new ApiError(
        status,
        java.util.List.of(
            Json.object()
                .put("code", code)
                .put("status", String.valueOf(status))
                .put("title", title)
                .put("detail", hint)));
  }
}
