package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's stock means. From 6.6 on it is the sellable quantity, counted down at order time;
 * before, it was the physical one and orders were subtracted beside it (shopware/contract.md §7).
 */
public final class StockMeaning {

  private final ShopwareApi api;
  private volatile @Nullable String version;

  public StockMeaning(ShopwareApi api) {
    this.api = api;
  }

  /** Asked once; a later update of the shop only makes what is subtracted 0. */
  private String version() {
    String known = version;
    if (known == null) {
      known = api.get("/api/_info/version").path("version").asString("");
      version = known;
    }
    return known;
  }

  /** Why stock must not be written to this shop, null if it may. */
  @Nullable Fault refusal() {
    String known = version();
    return isTooOld(known)
        ? new Fault.Unsupported(
            "Shopware " + known + " is too old; update it to 6.5 before the hub writes stock")
        : null;
  }

  /** Whether this shop still subtracts its open orders from the stock written. */
  boolean isPhysical() {
    return isPhysical(version());
  }

  public static boolean isPhysical(String version) {
    return version.matches("6\\.[0-5](\\..*)?");
  }

  public static boolean isTooOld(String version) {
    return version.matches("6\\.[0-4](\\..*)?|[1-5]\\..*");
  }
}
