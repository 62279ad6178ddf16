package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.twin.businesscentral.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole catalogue goes to Magento's message queue while people order. */
class ResyncTest {

  private static final int ARTICLES = 500;

  /** At least, however soon the articles are there. */
  private static final int ORDERS = 6;

  private static final String TAKEN = "4006381333931";
  private static final String LIMITS = "    limits: {requests-per-5-minutes: 1500}";
  private static final String SETTINGS = "catalogPrices: net\n      products: {gtin: ean}";

  /** On a busy machine; how long they take is for the benchmark to say. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final Map<String, Long> placed = new TreeMap<>();
  private final Map<String, Duration> transferred = new TreeMap<>();

  @Test
  void theCallRateIsKeptNoOrderWaitsAndEachFailureIsToldAsItsOwnArticles(@TempDir Path home)
      throws Exception {
    try (LiveMagento live =
        new LiveMagento(home.resolve("hub"), Options.quick(), company(), ResyncTest::arranged)) {
      live.await(
          "articles and orders",
          () -> {
            shop(live);
            return done(live) && placed.size() >= ORDERS && transferred.size() == placed.size();
          });
      assertThat(live.shop().calls())
          .as("a fifth of the limit at once, then little")
          .isLessThan(400);
      assertThat(transferred.values()).allMatch(time -> time.compareTo(BOUND) < 0);
      Map<String, String> dead = dead(live);
      assertThat(dead).containsOnlyKeys("A-000", "A-100", "A-200", "A-300", "A-400");
      assertThat(dead.values())
          .allMatch(reason -> reason.contains("\"EAN\" attribute isn't unique"));
      JsonNode there = live.shop().products();
      for (int i = 0; i < ARTICLES; i++) {
        assertThat(there.path(sku(i)).path("name").asString(""))
            .isEqualTo(isPlanted(i) ? "" : "Article " + i);
      }
    }
  }

  /** The shop's articles are written, and nothing of stock and progress. */
  private static String arranged(OpenMagento shop, String text) {
    arrange(shop);
    return text.replaceAll("stock: \\{}\\s*progress: \\{}", SETTINGS)
            .replaceAll("(?m)^      (stock|progress): \\{enabled: true.*\n", "")
            .replace("referencePrefix: \"MG-\"", "referencePrefix: \"MG-\"\n" + LIMITS)
            .replaceFirst("poll: PT1S", "poll: PT2S")
        + "      products: {enabled: true, poll: PT5S}\n";
  }

  private static String sku(int index) {
    return "A-%03d".formatted(index);
  }

  private static boolean isPlanted(int index) {
    return index % 100 == 0;
  }

  private static JsonNode company() {
    ObjectNode company = (ObjectNode) RecordedCompany.with(Map.of("LATERNE-M", "VAT19"));
    ArrayNode items = (ArrayNode) company.path("items");
    for (int i = 0; i < ARTICLES; i++) {
      ObjectNode item = items.addObject().put("number", sku(i)).put("displayName", "Article " + i);
      item.put("unitPrice", "12.50").put("vatProductGroup", "VAT19");
      if (isPlanted(i)) {
        item.put("gtin", TAKEN);
      }
    }
    return company;
  }

  /** An article of the shop's own has the bar code; saving one of the ERP's meets a deadlock. */
  private static void arrange(OpenMagento shop) {
    shop.arrange("POST", "attributes", "{\"code\": \"ean\", \"label\": \"EAN\", \"unique\": true}");
    shop.arrange(
        "POST",
        "products",
        """
        [{"sku": "WEB-1", "name": "Only here", "price": 5, "attributes": {"ean": "%s"}}]"""
            .formatted(TAKEN));
    shop.arrange("POST", "locks", "{\"sku\": \"A-123\", \"times\": 1}");
    shop.arrange("PUT", "consumer", "{\"on\": true, \"perSecond\": 300}");
  }

  /** An order a second, each looked at until the shop knows the ERP's number. */
  private void shop(LiveMagento live) {
    long now = System.nanoTime();
    if (placed.values().stream().allMatch(at -> now - at > Duration.ofSeconds(1).toNanos())
        && (!done(live) || placed.size() < ORDERS)) {
      placed.put(live.shop().order("LATERNE-M", 1), now);
    }
    placed.forEach(
        (order, at) -> {
          if (!transferred.containsKey(order) && !live.shop().erpNumber(order).isEmpty()) {
            transferred.put(order, Duration.ofNanos(System.nanoTime() - at));
          }
        });
  }

  /** The article people order is one more. */
  private static boolean done(LiveMagento live) {
    JsonNode there = live.shop().products();
    long written = there.propertyNames().stream().filter(sku -> sku.startsWith("A-")).count();
    return written + dead(live).size() == ARTICLES;
  }

  /** By article number; the ledger knows articles by the ERP's ids. */
  private static Map<String, String> dead(LiveMagento live) {
    Map<String, String> reasons = new TreeMap<>();
    for (DeskStore.Entry message : live.hub().hub().desk().open(1_000)) {
      if (message.flow().equals("products") && message.state().equals("dead")) {
        reasons.put(message.sourceId(), String.valueOf(message.reason()));
      }
    }
    Map<String, String> dead = new TreeMap<>();
    if (!reasons.isEmpty()) {
      for (JsonNode item : live.erp().truth("items").path("items")) {
        String reason = reasons.get(item.path("id").asString());
        if (reason != null) {
          dead.put(item.path("number").asString(), reason);
        }
      }
    }
    return dead;
  }
}
