package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Delivery;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.shopware.api.Client;
import dev.kontor.twin.shopware.api.SignIn;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Installs apps: the registration handshake, then signed webhooks (contract §9). */
public final class Apps {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Tables tables;
  private final Keys keys;
  private final InstantSource clock;
  private final SignIn signIn;
  private final Hooks hooks;
  private final Webhooks webhooks;
  private final String shopId;
  private final Supplier<String> shopUrl;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  Apps(
      Tables tables,
      Keys keys,
      InstantSource clock,
      SignIn signIn,
      Hooks hooks,
      Webhooks webhooks,
      String shopId,
      Supplier<String> shopUrl) {
    this.tables = tables;
    this.keys = keys;
    this.clock = clock;
    this.signIn = signIn;
    this.hooks = hooks;
    this.webhooks = webhooks;
    this.shopId = shopId;
    this.shopUrl = shopUrl;
  }

  /** Fetches a manifest from the app's server. */
  public Manifest fetch(URI manifest) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(manifest).timeout(TIMEOUT).build();
    return Manifest.parse(http.send(request, BodyHandlers.ofString()).body());
  }

  /**
   * Registers the app and activates its webhooks; returns {@code {appId, accessKey}}. Throws
   * IllegalArgumentException that says which step the app failed.
   */
  public ObjectNode install(Manifest manifest) throws IOException, InterruptedException {
    JsonNode registration = register(manifest);
    String secret = registration.path("secret").asString("");
    String proof = Signature.of(shopId + shopUrl.get() + manifest.name(), manifest.secret());
    if (!proof.equals(registration.path("proof").asString(""))) {
      throw new IllegalArgumentException("App registration refused: the proof does not match.");
    }
    Client client = new Client("SWIA" + keys.capitals(22), keys.secret(56), manifest.privileges());
    signIn.add(client);
    String appId = store(manifest);
    hooks.trust(appId, secret);
    confirm(URI.create(registration.path("confirmation_url").asString()), client, secret);
    return Json.object().put("appId", appId).put("accessKey", client.accessKey());
  }

  private JsonNode register(Manifest manifest) throws IOException, InterruptedException {
    String query =
        "shop-id="
            + encoded(shopId)
            + "&shop-url="
            + encoded(shopUrl.get())
            + "&timestamp="
            + clock.instant().getEpochSecond();
    String separator = manifest.registrationUrl().contains("?") ? "&" : "?";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(manifest.registrationUrl() + separator + query))
            .timeout(TIMEOUT)
            .header("shopware-app-signature", Signature.of(query, manifest.secret()))
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalArgumentException(
          "App registration refused: the app answered " + response.statusCode() + ".");
    }
    return Json.parse(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String store(Manifest manifest) {
    String appId = keys.id();
    return tables.transact(
        () -> {
          tables.insert(
              "app",
              Json.object()
                  .put("id", appId)
                  .put("name", manifest.name())
                  .put("label", manifest.name())
                  .put("version", manifest.version())
                  .put("active", true));
          manifest.hooks().forEach(h -> tables.insert("webhook", row(appId, h)));
          return appId;
        });
  }

  private ObjectNode row(String appId, Manifest.Hook hook) {
    return Json.object()
        .put("id", keys.id())
        .put("appId", appId)
        .put("name", hook.name())
        .put("eventName", hook.event())
        .put("url", hook.url())
        .put("onlyLiveVersion", hook.onlyLiveVersion())
        .put("errorCount", 0)
        .put("active", true);
  }

  private void confirm(URI confirmationUrl, Client client, String secret) {
    byte[] body =
        Json.bytes(
            Json.object()
                .put("apiKey", client.accessKey())
                .put("secretKey", client.secret())
                .put("timestamp", String.valueOf(clock.instant().getEpochSecond()))
                .put("shopUrl", shopUrl.get())
                .put("shopId", shopId));
    Delivery answer =
        webhooks.post(
            confirmationUrl,
            Map.of(
                "Content-Type",
                "application/json",
                "shopware-shop-signature",
                Signature.of(body, secret)),
            body);
    if (!answer.success()) {
      throw new IllegalArgumentException(
          "App confirmation refused: the app answered " + answer.status() + ".");
    }
  }
}
