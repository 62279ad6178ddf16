package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Finding;
import java.util.List;

/** Checks that Business Central has every code that the settings have orders entered with. */
final class EntryCheck {

  /** Why an order is held. */
  static final String APP =
      "the settings paymentMethods or shippingMethods name a payment method, a shipping agent or its"
          + " service, which only the companion app can write; install it or take them out, and"
          + " resubmit";

  private final Company company;
  private final EntrySettings settings;
  private final CodeLists lists;

  EntryCheck(Configuration configuration, Company company) {
    this.settings = new EntrySettings(configuration.json());
    this.lists = new CodeLists(company);
    this.company = company;
  }

  void run(List<Finding> findings) {
    if (settings.needsApp() && !company.companion().has(OrderDetails.SET)) {
      findings.add(
          Finding.error(
              "companion app",
              "page " + OrderDetails.SET + " is missing",
              "Install it: payment methods, shipping agents and services of the settings need it."));
    }
    for (EntrySettings.Named named : settings.named()) {
      if (!lists.of(named.set()).containsKey(named.key())) {
        findings.add(
            Finding.error(
                "setting " + named.setting(),
                named.key() + " is not in " + named.set() + " of Business Central",
                "Create it there or name another; orders that need it are held."));
      }
    }
  }
}
