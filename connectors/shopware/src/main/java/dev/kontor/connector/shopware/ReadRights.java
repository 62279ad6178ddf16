package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Set;

/** Whether the integration may read what the connection's settings use: each is tried. */
final class ReadRights {

  private final ShopwareApi api;
  private final Set<String> needed;

  ReadRights(ShopwareApi api, RightsList needed) {
    this.api = api;
    this.needed = needed.read();
  }

  void check(List<Finding> findings) {
    for (String entity : needed) {
      try {
        api.search(entity.replace('_', '-'), new Criteria(1));
      } catch (FaultException e) {
        findings.add(refused(entity + ":read", e.fault()));
      }
    }
  }

  private static Finding refused(String right, Fault fault) {
    return fault instanceof Fault.Forbidden
        ? Finding.error(
            "right " + right, "is missing", "give the integration's role the right " + right)
        : Finding.error(
            "right " + right, fault.message(), "check the shop, then run the check again");
  }
}
