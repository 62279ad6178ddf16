package dev.kontor.connector.magento.price;

import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.BaseCurrency;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shop's bulk calls for prices. They answer 200 and list the rows that failed; only an unknown
 * article refuses a call of tier prices as a whole (magento/contract.md §6, magento/observed.md).
 */
final class PriceCalls {

  private static final String TIERS = "products/tier-prices";

  private final MagentoApi api;
  private final BaseCurrency currency;

  PriceCalls(MagentoApi api) {
    this.api = api;
    this.currency = new BaseCurrency(api);
  }

  String currency() {
    return currency.code();
  }

  /** Number, type and base price of articles, by {@link OpenPieces#key}. */
  Map<String, JsonNode> articles(Collection<String> skus) {
    Map<String, JsonNode> articles = new HashMap<>();
    for (List<String> some : Articles.pages(skus, SearchCriteria.MAX_SIZE)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).oneOf("sku", some).only("sku,type_id,price");
      api.search("products", criteria)
          .forEach(row -> articles.put(OpenPieces.key(row.path("sku").asString("")), row));
    }
    return articles;
  }

  /**
   * Tier prices by {@link OpenPieces#key}; only reads, though by POST. A shop that limits how long
   * lists may be is asked in parts.
   */
  Map<String, List<JsonNode>> tiers(List<String> skus) {
    String path = TIERS + "-information";
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode list = body.putArray("skus");
    skus.forEach(list::add);
    Reply reply = api.attempt("POST", path, body);
    if (reply.ok()) {
      return reply.body().valueStream().collect(Collectors.groupingBy(PriceCalls::key));
    }
    Fault fault = refusal(path, reply);
    if (!(fault instanceof Fault.Invalid) || skus.size() == 1) {
      throw new FaultException(fault);
    }
    Map<String, List<JsonNode>> tiers = new HashMap<>(tiers(skus.subList(0, skus.size() / 2)));
    tiers.putAll(tiers(skus.subList(skus.size() / 2, skus.size())));
    return tiers;
  }

  /** Refused articles, by {@link OpenPieces#key}. */
  Map<String, Fault> setTiers(List<JsonNode> rows) {
    return send(TIERS, rows);
  }

  Map<String, Fault> deleteTiers(List<JsonNode> rows) {
    return send(TIERS + "-delete", rows);
  }

  /** In all store views. */
  Map<String, Fault> setBase(List<JsonNode> rows) {
    return send("products/base-prices", rows);
  }

  private Map<String, Fault> send(String path, List<JsonNode> rows) {
    Map<String, Fault> refused = new HashMap<>();
    if (!rows.isEmpty()) {
      send(path, rows, refused);
    }
    return refused;
  }

  /** What is refused as a whole is halved, as where the shop limits how long lists may be. */
  private void send(String path, List<JsonNode> rows, Map<String, Fault> refused) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode list = body.putArray("prices");
    rows.forEach(list::add);
    Reply reply = api.write("POST", path, body);
    if (reply.ok()) {
      failures(reply.body(), rows, refused);
      return;
    }
    Fault fault = refusal(path, reply);
    if (!(fault instanceof Fault.Invalid)) {
      throw new FaultException(fault);
    }
    if (rows.size() == 1) {
      refused.putIfAbsent(key(rows.getFirst()), fault);
    } else {
      send(path, rows.subList(0, rows.size() / 2), refused);
      send(path, rows.subList(rows.size() / 2, rows.size()), refused);
    }
  }

  /** A failure that names no article may be anybody's. */
  private static void failures(JsonNode failures, List<JsonNode> rows, Map<String, Fault> refused) {
    List<String> sent = rows.stream().map(PriceCalls::key).distinct().toList();
    for (JsonNode failure : failures) {
      Fault fault = new Fault.Invalid("sheets", told(failure), null);
      List<String> named = named(failure).stream().filter(sent::contains).toList();
      (named.isEmpty() ? sent : named).forEach(sku -> refused.putIfAbsent(sku, fault));
    }
  }

  private static String key(JsonNode row) {
    return OpenPieces.key(row.path("sku").asString(""));
  }

  private Fault refusal(String path, Reply reply) {
    return reply.status() == 404
        ? new Fault.Conflict("an article was deleted in the shop while its prices were looked at")
        : api.fault(true, path, reply);
  }

  private static List<String> named(JsonNode failure) {
    return failure
        .path("parameters")
        .valueStream()
        .map(value -> OpenPieces.key(value.asString("")))
        .toList();
  }

  /** Its placeholders have names, the values none, and no order to go by. */
  private static String told(JsonNode failure) {
    String message = failure.path("message").asString("").replaceAll("\\s*Row ID:.*", "");
    String values =
        failure
            .path("parameters")
            .valueStream()
            .map(value -> value.asString(""))
            .collect(Collectors.joining(", "));
    return message.replace("%", "") + " (" + values + ")";
  }
}
