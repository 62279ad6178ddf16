package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Buyers;
import dev.kontor.twin.shopware.shop.Lookup;
import dev.kontor.twin.shopware.shop.Shop;
import tools.jackson.databind.node.ObjectNode;

/** Who looks at the shop, in the shop's own ids. */
final class Shoppers {
  private final Lookup lookup;
  private final Buyers buyers;

  Shoppers(Shop shop) {
    this.lookup = shop.lookup();
    this.buyers = shop.buyers();
  }

  Buyer buyer(Look look) {
    String countryId = lookup.id("country", "iso", look.country());
    ObjectNode currency = lookup.by("currency", "isoCode", look.currency());
    return buyers.of(customer(look), currency, countryId, countryId);
  }

  private ObjectNode customer(Look look) {
    if (look.customerNumber() != null) {
      return lookup.by("customer", "customerNumber", look.customerNumber());
    }
    String groupId =
        look.group() == null
            ? Values.required(lookup.salesChannel(), "customerGroupId")
            : lookup.id("customer_group", "name", look.group());
    return Json.object().put("groupId", groupId);
  }

  String languageId(Look look) {
    String localeId = lookup.id("locale", "code", look.language());
    return lookup.id("language", "localeId", localeId);
  }
}
