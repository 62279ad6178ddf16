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

  /** Why a sellable quantity must not be written to this shop, null if it may. */
  @Nullable Fault refusal() {
    String known = version;
    if (known == null) {
      known = api.get("/api/_info/version").path("version").asString("");
      version = known;
    }
    return isPhysical(known)
        ? new Fault.Unsupported(
            "Shopware "
                + known
                + " keeps physical stock; update it to 6.6 or newer before the hub writes stock")
        : null;
  }

  /** Whether that version's stock still contains what open orders have taken. */
  public static boolean isPhysical(String version) {
    return version.matches("6\\.[0-5](\\..*)?");
  }
}
