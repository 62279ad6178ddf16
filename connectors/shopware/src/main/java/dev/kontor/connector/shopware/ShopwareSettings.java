package dev.kontor.connector.shopware;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The settings of one shop; their meaning stands in {@code settings.schema.json}.
 *
 * @param appSecret of the app that registers the hub for signed webhooks, null without app
 * @param shopSecret overrides the secret derived in the registration handshake
 * @param salesChannels ids whose orders are read; empty means all
 * @param overlap how far each poll reads back, for rows committed out of order
 * @param followCaptures whether captures are looked for that change nothing else of their order
 * @param followRefunds whether refunds are looked for that change nothing else of their order
 * @param deliveryPositions whether deliveries are read with what each consists of
 */
public record ShopwareSettings(
    String connection,
    URI url,
    String clientId,
    String clientSecret,
    String appName,
    @Nullable String appSecret,
    @Nullable String shopSecret,
    @Nullable URI doorUrl,
    List<String> salesChannels,
    boolean sendMail,
    Duration overlap,
    boolean followCaptures,
    boolean followRefunds,
    boolean deliveryPositions,
    ProductSettings products,
    PriceSettings prices,
    ProgressSettings progress,
    CustomerSettings customers) {

  static ShopwareSettings of(Settings settings) {
    List<String> channels = ids(settings, "salesChannels", settings.node("salesChannels"));
    return new ShopwareSettings(
        settings.connection(),
        address(settings, "url", settings.text("url")),
        settings.text("clientId"),
        settings.text("clientSecret"),
        settings.optional("appName").orElse("Kontor"),
        settings.optional("appSecret").orElse(null),
        settings.optional("shopSecret").orElse(null),
        door(settings),
        channels,
        settings.flag("sendMail", false),
        overlap(settings),
        settings.flag("followCaptures", false),
        settings.flag("followRefunds", false),
        settings.flag("deliveryPositions", false),
        ProductSettings.of(settings, channels),
        PriceSettings.of(settings),
        ProgressSettings.of(settings),
        CustomerSettings.of(settings));
  }

  /** Whether the shop signs what it pushes, so that an unsigned request is a forgery. */
  public boolean signed() {
    return appSecret != null || shopSecret != null;
  }

  /** An id that only this connection gives, and always the same for the same thing. */
  public String id(String kind, String... keys) {
    return Ids.of(connection + "|" + kind + "|" + String.join("|", keys));
  }

  @Override
  public String toString() {
    return "ShopwareSettings[" + connection + "]";
  }

  private static @Nullable URI door(Settings settings) {
    Optional<String> door = settings.optional("doorUrl");
    return door.isEmpty() ? null : address(settings, "doorUrl", door.get());
  }

  private static URI address(Settings settings, String name, String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw wrong(settings, name, "is not an address; write it like https://shop.example");
    }
    throw wrong(settings, name, "needs http or https and a host, like https://shop.example");
  }

  static List<String> ids(Settings settings, String name, JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(id -> ids.add(id.asString()));
    for (String id : ids) {
      if (!Ids.isId(id)) {
        throw wrong(
            settings,
            name,
            "contains an entry that is no sales channel id; copy the 32 characters from the address"
                + " of the sales channel in the administration");
      }
    }
    return List.copyOf(ids);
  }

  private static Duration overlap(Settings settings) {
    try {
      return settings.duration("overlap", Duration.ofMinutes(2));
    } catch (DateTimeParseException e) {
      throw wrong(settings, "overlap", "is no ISO-8601 duration; write it like PT2M");
    }
  }

  static FaultException wrong(Settings settings, String name, String problem) {
    return new FaultException(new Fault.Misconfigured(settings.connection() + "." + name, problem));
  }
}
