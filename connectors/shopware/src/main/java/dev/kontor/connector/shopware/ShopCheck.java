package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.product.ProductReader;
import dev.kontor.connector.shopware.stock.StockMeaning;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reach, version, sign-in, rights and set-up of one shop; only reads. */
final class ShopCheck {

  private static final int MOST_SHOWN = 10;

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ProductReader products;
  private final List<Finding> findings = new ArrayList<>();

  ShopCheck(ShopwareApi api, ShopwareSettings settings, ProductReader products) {
    this.api = api;
    this.settings = settings;
    this.products = products;
  }

  List<Finding> findings() {
    if (signIn()) {
      new Rights(api, settings).check(findings);
      attempt("sales channels", this::salesChannels);
      attempt("article numbers", this::articleNumbers);
      attempt("webhooks", this::webhooks);
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  private boolean signIn() {
    try {
      String version = api.get("/api/_info/version").path("version").asString("unknown");
      findings.add(Finding.ok("sign-in", "signed in to Shopware " + version));
      version(version);
      return true;
    } catch (FaultException e) {
      findings.add(Finding.error("sign-in", e.fault().message(), remedy(e.fault())));
      return false;
    }
  }

  private static String remedy(Fault fault) {
    return fault instanceof Fault.Unavailable
        ? "check the setting url, and that the hub can reach the shop"
        : "check the settings url, clientId and clientSecret";
  }

  /** Before 6.6 stock meant something else (shopware/contract.md §7). */
  private void version(String version) {
    if (StockMeaning.isPhysical(version)) {
      findings.add(
          Finding.error(
              "version",
              "Shopware " + version + " counts stock down only when an order is completed",
              "update the shop to 6.6 or newer before writing stock to it"));
    }
  }

  private void attempt(String subject, Runnable check) {
    try {
      check.run();
    } catch (FaultException e) {
      findings.add(
          Finding.warning(
              subject,
              "could not be checked: " + e.fault().message(),
              "grant the integration the right to read it, or ignore this"));
    }
  }

  private void salesChannels() {
    JsonNode rows =
        api.search(
            "sales-channel",
            new Criteria(Criteria.MAX_LIMIT)
                .include("sales_channel", List.of("id", "name", "active")));
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asString(""), row));
    for (String id : settings.salesChannels()) {
      JsonNode channel = byId.get(id);
      if (channel == null || !channel.path("active").asBoolean(false)) {
        findings.add(
            Finding.error(
                "setting salesChannels",
                "sales channel " + id + (channel == null ? " does not exist" : " is inactive"),
                "correct the setting; orders of it would never be read"));
      }
    }
    findings.add(Finding.ok("sales channels", byId.size() + " in the shop"));
  }

  /** The shop ignores case, the ERP may not; blanks at the ends are never meant. */
  private void articleNumbers() {
    Map<String, String> seen = new HashMap<>();
    Set<String> doubtful = new TreeSet<>();
    Page page = null;
    do {
      page = products.keys(page == null ? null : page.next(), Criteria.MAX_LIMIT);
      for (Document key : page.documents()) {
        doubt(key.number(), seen, doubtful);
      }
    } while (page.more());
    if (!doubtful.isEmpty()) {
      findings.add(
          Finding.warning(
              "article numbers",
              doubtful.size()
                  + " differ from another only by case or blanks: "
                  + String.join(", ", doubtful.stream().limit(MOST_SHOWN).toList()),
              "give each article a number of its own in the shop"));
    }
  }

  private static void doubt(
      @Nullable String number, Map<String, String> seen, Set<String> doubtful) {
    if (number == null || number.isEmpty()) {
      return;
    }
    String other = seen.put(number.strip().toLowerCase(Locale.ROOT), number);
    if (other != null || !number.equals(number.strip())) {
      doubtful.add("'" + number + "'");
    }
  }

  private void webhooks() {
    if (!settings.signed()) {
      findings.add(
          Finding.warning(
              "webhooks",
              "webhooks without app are unsigned; the hub takes them as hints only",
              "install the app (path /app/manifest.xml of the door) and set appSecret"));
    }
    Set<String> off = new HashSet<>();
    for (JsonNode row : api.search("webhook", new Criteria(Criteria.MAX_LIMIT))) {
      String name = row.path("name").asString("");
      if (name.startsWith("kontor-" + settings.connection() + "-")
          && !row.path("active").asBoolean(false)) {
        off.add(row.path("eventName").asString(""));
      }
    }
    if (!off.isEmpty()) {
      findings.add(
          Finding.warning(
              "webhooks",
              "switched off by the shop after failures: " + String.join(", ", off),
              "renew the subscriptions; polling covers the time between"));
    }
  }
}
