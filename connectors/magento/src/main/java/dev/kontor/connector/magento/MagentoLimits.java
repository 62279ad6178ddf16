package dev.kontor.connector.magento;

import dev.kontor.spi.Limit;
import java.time.LocalDate;
import java.util.List;

/** What the shop allows; beyond it, it refuses. */
final class MagentoLimits {

  private static final LocalDate READ = LocalDate.of(2026, 8, 5);

  static final List<Limit> ALL =
      List.of(
          new Limit("page-size", 300, "Adobe Commerce web API, API security, input limiting", READ),
          new Limit(
              "signature-age-seconds", 300, "Magento module-integration etc/config.xml", READ));

  private MagentoLimits() {}
}
