package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.TestShop;
import dev.kontor.connector.magento.api.CannedShop;
import dev.kontor.connector.magento.api.CannedShop.Canned;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.ModelJson;
import dev.kontor.twin.kit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop with nothing but shared catalogues (rest/b2b/shared-cat-*.md). */
final class CatalogShop implements AutoCloseable {

  static final Canned NO_ROUTE =
      Canned.of(404, "{\"message\": \"Request does not match any route.\"}");

  private static final Canned DONE = Canned.of(200, "true");

  final ManualClock clock = new ManualClock("2026-11-21T09:00:00Z");

  /** Names by id; the first is the public one. */
  final Map<Integer, String> catalogs = new TreeMap<>();

  /** What is in each, by its id. */
  final Map<Integer, Set<String>> contents = new TreeMap<>();

  /** Numbers the shop does not have. */
  final Set<String> unknown = new HashSet<>();

  /** Answers to what changes something, before the shop does it; then it does it. */
  final List<Canned> refusals = new ArrayList<>();

  boolean commerce = true;
  private final DirectToolbox toolbox = new DirectToolbox(clock, Duration.ofSeconds(5));
  private final CannedShop shop = new CannedShop(this::answer);

  CatalogShop(String... names) {
    for (String name : names) {
      int id = catalogs.size() + 1;
      catalogs.put(id, name);
      contents.put(id, new TreeSet<>());
    }
  }

  /** What is in one. */
  Set<String> in(int id) {
    return Objects.requireNonNull(contents.get(id));
  }

  SharedCatalogs chosen(Object setting) {
    return new SharedCatalogs(api(setting), settings(setting), clock);
  }

  Assignments assignments(Object setting) {
    return new Assignments(api(setting), chosen(setting), clock);
  }

  private MagentoApi api(Object setting) {
    return new MagentoApi(settings(setting), toolbox);
  }

  private MagentoSettings settings(Object setting) {
    Map<String, Object> products = Map.of("sharedCatalogs", setting);
    return TestShop.settings(
        Map.of("url", shop.url(), "catalogPrices", "net", "products", products));
  }

  /** Calls to addresses that end so, so far. */
  long calls(String end) {
    return shop.asked.stream().filter(path -> path.endsWith(end)).count();
  }

  private Canned answer(String call) {
    if (!commerce) {
      return NO_ROUTE;
    }
    if (call.equals("GET /sharedCatalog/")) {
      return Canned.of(200, listed().toString());
    }
    String[] path = call.split("/");
    Set<String> there = contents.get(Integer.valueOf(path[2]));
    if (there == null) {
      return Canned.of(404, "{\"message\": \"Requested Shared Catalog is not found\"}");
    }
    return call.startsWith("GET") ? Canned.of(200, numbers(there)) : change(path[3], there);
  }

  private Canned change(String action, Set<String> there) {
    if (!refusals.isEmpty()) {
      return refusals.removeFirst();
    }
    List<String> skus =
        ModelJson.parse(shop.posted.getLast())
            .path("products")
            .valueStream()
            .map(one -> one.path("sku").asString(""))
            .toList();
    if (skus.stream().anyMatch(unknown::contains)) {
      return Canned.of(
          400, "{\"message\": \"Requested product does not exist\", \"parameters\": []}");
    }
    if (action.equals("assignProducts")) {
      there.addAll(skus);
    } else {
      skus.forEach(there::remove);
    }
    return DONE;
  }

  /** As the search asked; only the two that are documented. */
  private JsonNode listed() {
    String query = shop.queries.getLast();
    ObjectNode answer = ModelJson.mapper().createObjectNode();
    ArrayNode items = answer.putArray("items");
    catalogs.forEach(
        (id, name) -> {
          if (!query.contains("[field]=type") || id > 1) {
            items.addObject().put("id", id).put("name", name).put("type", id > 1 ? 0 : 1);
          }
        });
    return answer.put("total_count", items.size());
  }

  private static String numbers(Set<String> skus) {
    ArrayNode list = ModelJson.mapper().createArrayNode();
    skus.forEach(list::add);
    return list.toString();
  }

  @Override
  public void close() {
    shop.close();
    toolbox.close();
  }
}
