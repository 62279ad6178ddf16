package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.kit.Signature;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The shop's door: webhooks below {@code /}, the app's manifest, registration and confirmation
 * below {@code /app}. Where the shop signs, an unsigned or wrongly signed request is a forgery;
 * where it cannot (webhooks without app), a request is a mere hint to look.
 */
public final class ShopwareInbox implements Inbox {

  static final String SIGNATURE = "shopware-shop-signature";

  private final ShopwareSettings settings;
  private final AppRegistration registration;

  public ShopwareInbox(ShopwareSettings settings) {
    this.settings = settings;
    this.registration = new AppRegistration(settings);
  }

  @Override
  public Received receive(RawRequest request) {
    return switch (request.path()) {
      case AppRegistration.MANIFEST -> registration.manifest();
      case AppRegistration.REGISTER -> registration.register(request);
      default -> posted(request);
    };
  }

  private Received posted(RawRequest request) {
    if (!request.method().equals("POST")) {
      return Received.rejected(405, "a webhook is a POST, this was a " + request.method());
    }
    JsonNode body = parsed(request.body());
    if (body == null) {
      return Received.rejected(400, "the body is no JSON object");
    }
    String problem = settings.signed() ? forgery(request, body) : null;
    if (problem != null) {
      return Received.rejected(401, problem);
    }
    if (request.path().equals(AppRegistration.CONFIRM)) {
      return registration.confirmed();
    }
    String fallbackKey = Ids.sha256(request.body());
    return new Received(Received.Reply.of(200), NoticeReader.notices(body, fallbackKey), null);
  }

  /** Why the request is not believed, null if its signature proves it. */
  private @Nullable String forgery(RawRequest request, JsonNode body) {
    Optional<String> signature = request.header(SIGNATURE);
    if (signature.isEmpty()) {
      return "the request is unsigned although this shop signs; if a webhook without app still"
          + " points here, remove it in the shop";
    }
    String secret = registration.shopSecret(shopId(body));
    if (secret == null) {
      return "the request names no shop, so its signature cannot be checked";
    }
    return Signature.proves(signature.get(), secret, request.body())
        ? null
        : "the signature does not fit the body; if the app was registered anew, enter the same app"
            + " secret here and in the app";
  }

  private static String shopId(JsonNode body) {
    String webhook = body.path("source").path("shopId").asString("");
    return webhook.isEmpty() ? body.path("shopId").asString("") : webhook;
  }

  private static @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode json = ModelJson.parse(body);
      return json.isObject() ? json : null;
    } catch (JacksonException e) {
      return null;
    }
  }
}
