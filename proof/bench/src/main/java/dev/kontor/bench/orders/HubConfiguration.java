package dev.kontor.bench.orders;

/** The hub's configuration: one flow that posts orders singly, one that posts them in batches. */
final class HubConfiguration {

  private static final String TEMPLATE =
      """
      connections:
        shop:
          connector: bench-shop
          zone: Europe/Berlin
          settings: {url: "http://127.0.0.1:PORT/shop"}
        erp:
          connector: bench-erp
          zone: Europe/Berlin
          settings: {url: "http://127.0.0.1:PORT/orders"}
        batch-shop:
          connector: bench-shop
          zone: Europe/Berlin
          settings: {url: "http://127.0.0.1:PORT/shop"}
        batch-erp:
          connector: bench-erp
          zone: Europe/Berlin
          settings: {url: "http://127.0.0.1:PORT/batch", batch: 100}
      packs:
        - use: bench
          roles: {shop: shop, erp: erp}
        - use: bench
          prefix: batch-
          roles: {shop: batch-shop, erp: batch-erp}
      """;

  private HubConfiguration() {}

  static String yaml(int targetPort) {
    return TEMPLATE.replace("PORT", Integer.toString(targetPort));
  }
}
