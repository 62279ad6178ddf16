package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the shop has what the settings of articles and prices name. */
final class CatalogueCheck {

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ShopFacts facts;

  CatalogueCheck(ShopwareApi api, ShopwareSettings settings, ShopFacts facts) {
    this.api = api;
    this.settings = settings;
    this.facts = facts;
  }

  void check(List<Finding> findings) {
    if (settings.products().used()) {
      rootCategory(findings);
      salesChannels(findings);
      languageAndTaxes(findings);
    }
    settings
        .prices()
        .groups()
        .forEach(
            (group, name) -> {
              if (facts.group(name).isEmpty()) {
                findings.add(
                    Finding.error(
                        "setting prices.groups." + group,
                        "names '" + name + "', but the shop has no such customer group",
                        "enter the name or id of a customer group (Settings, Customer groups)"));
              }
            });
  }

  private void rootCategory(List<Finding> findings) {
    String root = settings.products().rootCategory();
    if (root == null) {
      findings.add(
          Finding.warning(
              "setting products.rootCategory",
              "is not set, so articles get no category",
              "enter the id of the category below which they shall stand"));
    } else if (!exist("category", root)) {
      findings.add(
          Finding.error(
              "setting products.rootCategory",
              "category " + root + " does not exist",
              "copy the 32 characters from the address of the category in the administration"));
    }
  }

  private void salesChannels(List<Finding> findings) {
    List<String> channels = settings.products().salesChannels();
    if (channels.isEmpty()) {
      findings.add(
          Finding.error(
              "setting products.salesChannels",
              "names no sales channel, so new articles are visible nowhere",
              "enter the ids of the sales channels in which they shall be sold"));
    }
    for (String channel : channels) {
      if (!exist("sales-channel", channel)) {
        findings.add(
            Finding.error(
                "setting products.salesChannels",
                "sales channel " + channel + " does not exist",
                "correct the setting; the shop would refuse every new article"));
      }
    }
  }

  private void languageAndTaxes(List<Finding> findings) {
    String language = settings.products().language();
    if (language != null && facts.language(language).isEmpty()) {
      findings.add(
          Finding.error(
              "setting products.language",
              "the shop has no language " + language,
              "add the language in the shop, or correct the setting"));
    }
    settings
        .products()
        .taxRates()
        .forEach(
            (group, rate) -> {
              if (facts.tax(rate).isEmpty()) {
                findings.add(
                    Finding.error(
                        "setting products.taxRates." + group,
                        "is " + rate.toPlainString() + " %, but the shop has " + facts.rates(),
                        "add the tax in the shop (Settings, Tax), or correct the setting"));
              }
            });
  }

  private boolean exist(String entity, String id) {
    Set<String> found = new HashSet<>();
    api.stated(entity, new Criteria(1).ids(List.of(id))).forEach(row -> found.add(ShopRow.id(row)));
    return found.contains(id);
  }
}
