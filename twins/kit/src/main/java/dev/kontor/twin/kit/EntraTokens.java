package dev.kontor.twin.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * The client-credentials endpoint of Microsoft Entra and the tokens it gave out
 * (business-central/behaviours.md §2).
 */
public final class EntraTokens {
  private record Issued(String scope, Instant expiry) {}

  private final String clientId;
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private volatile String secret;
  private final Dials dials;
  private final InstantSource clock;
  private final Predicate<String> scopes;
  private final Map<String, Issued> tokens = new ConcurrentHashMap<>();

  /**
   * Tokens for one app.
   *
   * @param scopes that may be asked for
   */
  public EntraTokens(
      String clientId, String secret, Predicate<String> scopes, Dials dials, InstantSource clock) {
    this.clientId = clientId;
    this.secret = secret;
    this.scopes = scopes;
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
    String scope = form.getOrDefault("scope", "");
    if (!scopes.test(scope)) {
      return refused(
          400,
          "invalid_scope",
          70011,
          "The provided value for the input parameter 'scope' is not valid.");
    }
    return issued(scope);
  }

  private Answer issued(String scope) {
    long seconds = dials.settings().tokenExpirySeconds();
    String token = "twin." + Ids.hex() + Ids.hex();
    tokens.put(token, new Issued(scope, clock.instant().plusSeconds(seconds)));
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
    return accepts(call, scopes);
  }

  /** Whether the call carries a token for such a scope that has not expired. */
  public boolean accepts(Call call, Predicate<String> wanted) {
    String header = call.header("Authorization").orElse("");
    return header.startsWith("Bearer ") && accepts(header.substring(7), wanted);
  }

  /** Whether this token has not expired and was given out for such a scope. */
  public boolean accepts(String token, Predicate<String> wanted) {
    Issued issued = tokens.get(token);
    return issued != null
        && wanted.test(issued.scope())
        && clock.instant().isBefore(issued.expiry());
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
