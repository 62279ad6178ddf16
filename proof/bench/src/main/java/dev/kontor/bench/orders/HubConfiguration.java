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

  private static final String HELD =
      """
        held-shop:
          connector: bench-shop
          zone: Europe/Berlin
          settings: {url: "http://127.0.0.1:PORT/shop"}
      """;

  private static final String HELD_PACK =
      """
        - use: bench-held
          prefix: held-
          roles: {shop: held-shop, erp: erp}
      """;

  private HubConfiguration() {}

  static String yaml(int targetPort) {
    return TEMPLATE.replace("PORT", Integer.toString(targetPort));
  }

  /** With a shop whose orders are held back. */
  static String withHeld(int targetPort) {
    String both = TEMPLATE.replace("packs:\n", HELD + "packs:\n") + HELD_PACK;
    return both.replace("PORT", Integer.toString(targetPort));
  }
}
