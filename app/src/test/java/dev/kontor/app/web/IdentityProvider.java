package dev.kontor.app.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small OpenID provider that signs one person in. It checks what it is sent as a real one does.
 */
final class IdentityProvider implements AutoCloseable {

  static final String CLIENT = "kontor";
  static final String SECRET = "provider-planted-secret";

  private final HttpServer server;
  private final RSAKey published = IdToken.key();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  /** Signs; another one than published if the provider lies. */
  volatile RSAKey signing = published;

  /** Changes what the token says. */
  volatile Consumer<JWTClaimsSet.Builder> lie = claims -> {};

  /** Gives the token as it is sent. */
  volatile UnaryOperator<String> disguise = token -> token;

  IdentityProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", e -> answer(e, metadata()));
    server.createContext("/keys", e -> answer(e, new JWKSet(published.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String metadata() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
        """
        .formatted(issuer());
  }

  /** The person is signed in here already and sent back with a code. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = Forms.parse(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        Forms.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
    String basic = CLIENT + ":" + SECRET;
    String authorization =
        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII));
    boolean right =
        asked != null
            && authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && sent.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
            && Forms.challenge(sent.getOrDefault("code_verifier", ""))
                .equals(asked.get("code_challenge"));
    if (asked == null || !right) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token =
        disguise.apply(IdToken.of(issuer(), CLIENT, asked.getOrDefault("nonce", ""), lie, signing));
    answer(
        exchange,
        "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 200, json);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
