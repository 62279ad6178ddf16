package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.product.ProductReader;
import dev.kontor.connector.shopware.stock.StockMeaning;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reach, version, sign-in, rights and set-up of one shop; only reads. */
final class ShopCheck {

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ProductReader products;
  private final ShopFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  ShopCheck(ShopwareApi api, ShopwareSettings settings, ProductReader products, ShopFacts facts) {
    this.api = api;
    this.settings = settings;
    this.products = products;
    this.facts = facts;
  }

  List<Finding> findings() {
    if (signIn()) {
      new Rights(api, settings).check(findings);
      attempt("sales channels", () -> new SalesChannelCheck(api, settings).check(findings));
      attempt("catalogue", () -> new CatalogueCheck(api, settings, facts).check(findings));
      attempt("article numbers", () -> new ArticleNumberCheck(products).check(findings));
      attempt("webhooks", () -> new WebhookCheck(api, settings).check(findings));
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
    if (StockMeaning.isTooOld(version)) {
      findings.add(
          Finding.error(
              "version",
              "Shopware " + version + " is older than 6.5",
              "update the shop before orders are read from it or stock is written to it"));
    } else if (StockMeaning.isPhysical(version)) {
      findings.add(
          Finding.warning(
              "version",
              "Shopware " + version + " keeps physical stock; the hub adds the shop's open orders",
              "complete or cancel orders in the shop, or update it to 6.6 or newer"));
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
}
