package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.Bearer;
import dev.kontor.connector.magento.api.Credentials;
import dev.kontor.connector.magento.api.Integration;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of one shop; their meaning stands in {@code settings.schema.json}. Those that say
 * how orders are read are the mapping's.
 *
 * @param zone whose days the shop's dates are
 * @param store code in the address of each call
 * @param storeIds of the store views whose orders are read; empty means all
 * @param companies whether the shop is Adobe Commerce with companies
 * @param returns whether the shop is Adobe Commerce and its returns are read
 * @param dropOptionNumbers whether what a chosen option adds to an article's number is taken off
 * @param overlap how far each poll reads back, for rows committed out of order
 */
public record MagentoSettings(
    String connection,
    ZoneId zone,
    URI url,
    Credentials credentials,
    String store,
    List<String> storeIds,
    boolean replyComment,
    boolean replyExtOrderId,
    boolean companies,
    boolean returns,
    boolean dropOptionNumbers,
    Duration overlap,
    StockSettings stock,
    ProgressSettings progress,
    PriceSettings prices,
    CustomerSettings customers,
    ProductSettings products) {

  private static final List<String> KEYS =
      List.of("consumerKey", "consumerSecret", "token", "tokenSecret");

  static MagentoSettings of(Settings settings) {
    boolean comment = settings.flag("replyComment", true);
    boolean extOrderId = settings.flag("replyExtOrderId", false);
    if (!comment && !extOrderId) {
      throw wrong(
          settings, "replyComment", "and replyExtOrderId are both off; switch one of them on");
    }
    return new MagentoSettings(
        settings.connection(),
        settings.zone(),
        address(settings),
        credentials(settings),
        settings.optional("store").orElse("all"),
        storeIds(settings),
        comment,
        extOrderId,
        settings.flag("companies", false),
        settings.flag("returns", false),
        settings.optional("optionNumbers").filter("drop"::equals).isPresent(),
        overlap(settings),
        StockSettings.of(settings),
        ProgressSettings.of(settings),
        PriceSettings.of(settings),
        CustomerSettings.of(settings),
        ProductSettings.of(settings));
  }

  private static Credentials credentials(Settings settings) {
    Optional<String> bearer = settings.optional("bearerToken");
    List<String> there = KEYS.stream().filter(k -> settings.optional(k).isPresent()).toList();
    if (bearer.isPresent() && !there.isEmpty()) {
      throw wrong(
          settings, "bearerToken", "cannot stand beside " + there.getFirst() + "; remove one");
    }
    return bearer
        .<Credentials>map(Bearer::new)
        .orElseGet(
            () ->
                new Integration(
                    settings.text("consumerKey"),
                    settings.text("consumerSecret"),
                    settings.text("token"),
                    settings.text("tokenSecret")));
  }

  private static List<String> storeIds(Settings settings) {
    Stream<String> ids = settings.node("storeIds").valueStream().map(id -> id.asString(""));
    List<String> all = ids.toList();
    if (all.stream().anyMatch(id -> !id.matches("[1-9][0-9]*"))) {
      throw wrong(settings, "storeIds", "contains an entry that is no id; write them like [1, 2]");
    }
    return all;
  }

  private static URI address(Settings settings) {
    try {
      URI uri = new URI(settings.text("url").replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw wrong(settings, "url", "is not an address; write it like https://shop.example");
    }
    throw wrong(settings, "url", "needs http or https and a host, like https://shop.example");
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

  @Override
  public String toString() {
    return "MagentoSettings[" + connection + "]";
  }
}
