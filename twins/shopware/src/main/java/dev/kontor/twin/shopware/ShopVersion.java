package dev.kontor.twin.shopware;

/** Which Shopware the twin plays; versions differ in stock and order fields (contract §6, §7). */
public enum ShopVersion {
  /** Stock is physical: it falls when an order is completed; availableStock is computed. */
  V6_5("6.5.8.14"),
  /** Stock is the sellable quantity: it falls when an order is placed. */
  V6_6("6.6.7.0"),
  /** As 6.6, with primaryOrderDeliveryId and primaryOrderTransactionId. */
  V6_7("6.7.10.1");

  private final String release;

  ShopVersion(String release) {
    this.release = release;
  }

  public String release() {
    return release;
  }

  public boolean deductsAtOrder() {
    return this != V6_5;
  }

  /** By "6.5", "6.6" or "6.7"; throws IllegalArgumentException otherwise. */
  public static ShopVersion of(String text) {
    for (ShopVersion version : values()) {
      if (version.release.startsWith(text + ".")) {
        return version;
      }
    }
    throw new IllegalArgumentException(
        "Shopware version " + text + " unknown; use 6.5, 6.6 or 6.7");
  }
}
