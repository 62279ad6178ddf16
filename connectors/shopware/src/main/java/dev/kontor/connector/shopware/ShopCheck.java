package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.product.ProductReader;
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
    if (new SignInCheck(api).check(findings)) {
      RightsList needed = RightsList.of(settings);
      new ReadRights(api, needed).check(findings);
      new WriteRights(api, settings.clientId(), needed).check(findings);
      attempt("sales channels", () -> new SalesChannelCheck(api, settings).check(findings));
      attempt("catalogue", () -> new CatalogueCheck(api, settings, facts).check(findings));
      attempt("article numbers", () -> new ArticleNumberCheck(products).check(findings));
      attempt("webhooks", () -> new WebhookCheck(api, settings).check(findings));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
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
