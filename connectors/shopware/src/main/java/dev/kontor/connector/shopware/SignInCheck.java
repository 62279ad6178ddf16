package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.stock.StockMeaning;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;

/** Whether the shop can be reached and signed in to, and whether its version will do. */
final class SignInCheck {

  private final ShopwareApi api;

  SignInCheck(ShopwareApi api) {
    this.api = api;
  }

  /** False if nothing else can be asked. */
  boolean check(List<Finding> findings) {
    try {
      String version = api.get("/api/_info/version").path("version").asString("unknown");
      findings.add(Finding.ok("sign-in", "signed in to Shopware " + version));
      version(version, findings);
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
  private static void version(String version, List<Finding> findings) {
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
}
