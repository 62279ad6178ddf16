package dev.kontor.twin.businesscentral.access;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The client-credentials token endpoint and the tokens it gave out (behaviours.md §2). */
public final class Tokens {
  private static final String SCOPE = "https://api.businesscentral.dynamics.com/.default";

  private final String clientId;
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private volatile String secret;
  private final Dials dials;
  private final InstantSource clock;
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  public Tokens(String clientId, String secret, Dials dials, InstantSource clock) {
    this.clientId = clientId;
    this.secret = secret;
    this.dials = dials;
    this.clock = clock;
  }

  /** The secret so far has expired; tokens issued for it live on. */
  public void replaceSecret(String successor) {
    expired.add(secret);
    secret = successor;
  }

  /** Issues a token or answers like the identity service. */
  public Answer issue(Call call) {
    Map<String, String> form = Call.query(call.text());
    String[] basic = basic(call);
    String id = form.getOrDefault("client_id", basic[0]);
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      return refused(
          400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
    }
    if (!id.equals(clientId)) {
      return refused(
          400,
          "unauthorized_client",
          700016,
          "Application with identifier '" + id + "' was not found in the directory.");
    }
    String given = form.getOrDefault("client_secret", basic[1]);
    if (expired.contains(given)) {
      return refused(
          401,
          "invalid_client",
          7000222,
          "The provided client secret keys for app '" + clientId + "' are expired.");
    }
    if (!given.equals(secret)) {
      return refused(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.");
    }
    if (!form.getOrDefault("scope", "").equals(SCOPE)) {
      return refused(
          400,
          "invalid_scope",
          70011,
          "The provided value for the input parameter 'scope' is not valid.");
    }
    return issued();
  }

  private Answer issued() {
    long seconds = dials.settings().tokenExpirySeconds();
    String token = "twin." + Ids.hex() + Ids.hex();
    expiries.put(token, clock.instant().plusSeconds(seconds));
    ObjectNode body =
        Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", seconds)
            .put("ext_expires_in", seconds)
            .put("access_token", token);
    return Answer.json(200, body);
  }

  /** Whether the call carries a token that has not expired. */
  public boolean accepts(Call call) {
    String header = call.header("Authorization").orElse("");
    Instant expiry = header.startsWith("Bearer ") ? expiries.get(header.substring(7)) : null;
    return expiry != null && clock.instant().isBefore(expiry);
  }

  private static String[] basic(Call call) {
    String header = call.header("Authorization").orElse("");
    if (!header.startsWith("Basic ")) {
      return new String[] {"", ""};
    }
    byte[] pair =
        Base64.getDecoder().decode(header.substring(6).getBytes(StandardCharsets.US_ASCII));
    String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
    return parts.length == 2 ? parts : new String[] {parts[0], ""};
  }

  private Answer refused(int status, String error, int code, String text) {
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put("error_description", "AADSTS" + code + ": " + text)
            .put("timestamp", clock.instant().toString())
            .put("trace_id", Ids.guid())
            .put("correlation_id", Ids.guid());
    body.putArray("error_codes").add(code);
    return Answer.json(status, body);
  }
}
