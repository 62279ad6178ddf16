package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Call;
import dev.kontor.twin.magento.ApiError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks signed requests as Magento's Framework/Oauth/Oauth.php and the integration module's nonce
 * generator do: every part is there, the nonce is new, the time is not more than ten minutes ahead
 * (an old one is taken), and the signature is that of the request.
 */
final class OAuth {
  private static final String METHOD = "HMAC-SHA256";
  private static final int KEY_LENGTH = 32;
  private static final int TIME_DEVIATION_SECONDS = 600;
  private static final List<String> REQUIRED =
      List.of(
          "oauth_consumer_key",
          "oauth_signature",
          "oauth_signature_method",
          "oauth_nonce",
          "oauth_timestamp",
          "oauth_token");

  private final List<Integration> known;
  private final InstantSource clock;
  private final Set<String> nonces = new HashSet<>();

  OAuth(List<Integration> known, InstantSource clock) {
    this.known = known;
    this.clock = clock;
  }

  /** Empty without an OAuth header; throws the shop's refusal when one does not hold. */
  Optional<Integration> caller(Call call, String header) {
    Optional<Map<String, String>> found = SignedParams.of(call, header);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> params = found.get();
    protocol(params);
    Integration integration = consumer(params.getOrDefault("oauth_consumer_key", ""));
    nonce(integration, params);
    token(integration, params.getOrDefault("oauth_token", ""));
    String expected = new Signature(call, params).with(integration);
    if (!same(expected, params.getOrDefault("oauth_signature", ""))) {
      throw ApiError.of(401, "The signature is invalid. Verify and try again.");
    }
    return Optional.of(integration);
  }

  private static void protocol(Map<String, String> params) {
    String version = params.getOrDefault("oauth_version", "1.0");
    if (!version.equals("1.0")) {
      throw ApiError.listed(400, "The \"%1\" Oauth version isn't supported.", version);
    }
    for (String name : REQUIRED) {
      if (!params.containsKey(name)) {
        throw ApiError.required(name);
      }
    }
    if (params.getOrDefault("oauth_token", "").length() != KEY_LENGTH) {
      throw ApiError.of(400, "The token length is invalid. Check the length and try again.");
    }
    String method = params.getOrDefault("oauth_signature_method", "");
    if (!method.equals(METHOD)) {
      throw ApiError.listed(400, "Signature method %1 is not supported", method);
    }
  }

  private Integration consumer(String key) {
    if (key.length() != KEY_LENGTH) {
      throw ApiError.of(401, "Consumer key is not the correct length");
    }
    return known.stream()
        .filter(i -> i.consumerKey().equals(key))
        .findFirst()
        .orElseThrow(() -> ApiError.of(401, "A consumer having the specified key does not exist"));
  }

  private void nonce(Integration integration, Map<String, String> params) {
    String time = params.getOrDefault("oauth_timestamp", "");
    long latest = clock.instant().getEpochSecond() + TIME_DEVIATION_SECONDS;
    if (!time.matches("[1-9]\\d{0,14}") || Long.parseLong(time) > latest) {
      throw ApiError.of(401, "Incorrect timestamp value in the oauth_timestamp parameter");
    }
    synchronized (nonces) {
      if (!nonces.add(integration.id() + " " + params.get("oauth_nonce"))) {
        throw ApiError.listed(
            401,
            "The nonce is already being used by the consumer with ID %1",
            String.valueOf(integration.id()));
      }
    }
  }

  private void token(Integration integration, String token) {
    if (known.stream().noneMatch(i -> i.token().equals(token))) {
      throw ApiError.of(401, "Specified token does not exist");
    }
    if (!integration.token().equals(token)) {
      throw ApiError.of(401, "Token is not associated with the specified consumer");
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
