package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.kit.Signature;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The handshake that makes the shop sign its webhooks (shopware/contract.md §9). The shop's secret
 * is derived from the app's, so nothing has to be stored between the steps.
 */
final class AppRegistration {

  static final String MANIFEST = "/app/manifest.xml";
  static final String REGISTER = "/app/register";
  static final String CONFIRM = "/app/confirm";
  static final String WEBHOOK = "/webhook";
  private static final String SIGNATURE = "shopware-app-signature";

  private final ShopwareSettings settings;

  AppRegistration(ShopwareSettings settings) {
    this.settings = settings;
  }

  /** What to install in the shop; the app secret is left for a person to fill in. */
  Received manifest() {
    URI door = settings.doorUrl();
    if (door == null) {
      return Received.rejected(404, "there is no manifest before setting doorUrl is filled in");
    }
    String xml = AppManifest.of(settings.appName(), door);
    return new Received(
        new Received.Reply(200, Map.of("Content-Type", "application/xml"), xml),
        java.util.List.of(),
        null);
  }

  /** Proves to the shop that the hub knows the app secret, and hands over the shop's secret. */
  Received register(RawRequest request) {
    String appSecret = settings.appSecret();
    URI door = settings.doorUrl();
    if (appSecret == null || door == null) {
      return Received.rejected(403, "registration needs the settings appSecret and doorUrl");
    }
    byte[] query = request.query().getBytes(StandardCharsets.UTF_8);
    String signature = request.header(SIGNATURE).orElse("");
    if (!Signature.proves(signature, appSecret, query)) {
      return Received.rejected(
          401, "the registration is not signed with the app secret of this connection");
    }
    Map<String, String> parameters = parameters(request.query());
    String shopId = parameters.getOrDefault("shop-id", "");
    String shopUrl = parameters.getOrDefault("shop-url", "");
    String secret = shopSecret(shopId);
    if (secret == null || shopUrl.isEmpty()) {
      return Received.rejected(400, "the registration names no shop-id or shop-url");
    }
    String body =
        ModelJson.mapper()
            .writeValueAsString(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("proof", Signature.of(appSecret, shopId + shopUrl + settings.appName()))
                    .put("secret", secret)
                    .put("confirmation_url", door + CONFIRM));
    return new Received(
        new Received.Reply(200, Map.of("Content-Type", "application/json"), body),
        java.util.List.of(),
        null);
  }

  /** The access key in it is not taken: the connection signs in with its own integration. */
  Received confirmed() {
    return new Received(Received.Reply.of(200), java.util.List.of(), null);
  }

  /** Null if it can be known neither from the settings nor from the shop's id. */
  @Nullable String shopSecret(String shopId) {
    String given = settings.shopSecret();
    String appSecret = settings.appSecret();
    if (given != null || appSecret == null || shopId.isEmpty()) {
      return given;
    }
    return Signature.of(appSecret, "kontor shop secret " + shopId);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
