package dev.kontor.connector.shopware;

import dev.kontor.spi.Limit;
import java.time.LocalDate;
import java.util.List;

/** What the shop allows; beyond it, it refuses. */
final class ShopwareLimits {

  private static final LocalDate SOURCE_READ = LocalDate.of(2024, 10, 24);

  static final List<Limit> ALL =
      List.of(
          new Limit("page-size", 500, "Shopware shopware.yaml, api.max_limit", SOURCE_READ),
          new Limit(
              "sign-in-failures-per-10-seconds",
              10,
              "Shopware developer guide, rate limiter, oauth",
              SOURCE_READ),
          new Limit(
              "webhook-failures-before-switch-off",
              10,
              "Shopware RetryWebhookMessageFailedSubscriber",
              SOURCE_READ));

  private ShopwareLimits() {}
}
