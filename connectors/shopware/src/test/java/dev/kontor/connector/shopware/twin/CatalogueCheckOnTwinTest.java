package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Finding.Severity;
import dev.kontor.spi.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The check names what the settings of articles and prices lack in the shop. */
class CatalogueCheckOnTwinTest extends OnTwin {

  private static final String NOTHING = "00000000000000000000000000000000";

  private List<Finding> check(Consumer<ObjectNode> change) {
    ObjectNode values = bench.values();
    change.accept(values);
    try (Connector changed =
        new ShopwareProvider().connect(new Settings("shop", values), bench.toolbox())) {
      return changed.check();
    }
  }

  private static void names(List<Finding> findings, Severity severity, String subject) {
    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.subject()).isEqualTo(subject);
              assertThat(finding.remedy()).isNotBlank();
            });
  }

  @Test
  void aMissingRootCategoryIsNamed() {
    names(
        check(values -> products(values).put("rootCategory", NOTHING)),
        Severity.ERROR,
        "setting products.rootCategory");
    names(
        check(values -> products(values).remove("rootCategory")),
        Severity.WARNING,
        "setting products.rootCategory");
  }

  @Test
  void articlesThatWouldBeVisibleNowhereAreNamed() {
    names(
        check(values -> products(values).remove("salesChannels")),
        Severity.ERROR,
        "setting products.salesChannels");
    names(
        check(values -> products(values).putArray("salesChannels").add(NOTHING)),
        Severity.ERROR,
        "setting products.salesChannels");
  }

  @Test
  void aTaxALanguageAndACustomerGroupTheShopLacksAreNamed() {
    List<Finding> findings =
        check(
            values -> {
              products(values).put("language", "fr-FR").putObject("taxRates").put("ERM", "5");
              values.withObjectProperty("prices").putObject("groups").put("TRADE", "Nobody");
            });
    names(findings, Severity.ERROR, "setting products.language");
    names(findings, Severity.ERROR, "setting products.taxRates.ERM");
    names(findings, Severity.ERROR, "setting prices.groups.TRADE");
  }

  private static ObjectNode products(ObjectNode values) {
    return values.withObjectProperty("products");
  }
}
