package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check names the right that is missing, and what is missing stops only what needs it. */
class CheckOnTwinTest {

  private static final String[] LEAST = {
    "Magento_Sales::actions_view",
    "Magento_Sales::sales_invoice",
    "Magento_Sales::shipment",
    "Magento_Sales::sales_creditmemo",
    "Magento_Sales::comment",
    "Magento_InventoryApi::stock",
    "Magento_InventoryApi::source",
    "Magento_InventoryApi::stock_source_item_assign",
    "Magento_Catalog::products",
    "Magento_Sales::ship",
    "Magento_Sales::invoice",
    "Magento_Sales::cancel",
    "Magento_Catalog::catalog",
    "Magento_Customer::group",
    "Magento_Customer::customer",
    "Magento_Customer::manage",
    "Magento_Company::index",
    "Magento_Company::manage",
    "Magento_CompanyCredit::manage",
    "Magento_Cart::manage",
    "Magento_NegotiableQuote::manage",
    "Magento_Rma::magento_rma",
    "Magento_SharedCatalog::list",
    "Magento_SharedCatalog::manage",
    "Magento_Catalog::sets",
    "Magento_Catalog::attributes_attributes",
    "Magento_Catalog::categories",
    "Magento_Tax::manage_tax",
    "Magento_Backend::store",
    "Magento_Logging::system_magento_logging_bulk_operations"
  };

  private static List<Finding> errors(MagentoBench bench) {
    return errors(bench.settings(), bench.toolbox());
  }

  private static List<Finding> errors(Settings settings, Toolbox toolbox) {
    try (Connector connector = new MagentoProvider().connect(settings, toolbox)) {
      return connector.check().stream()
          .filter(finding -> finding.severity() == Finding.Severity.ERROR)
          .toList();
    }
  }

  @Test
  void theRightsOfThePageAreEnoughToReadAndComment() {
    try (MagentoBench bench = new MagentoBench(LEAST)) {
      assertThat(errors(bench)).isEmpty();
      Placed order = bench.place(EntityType.ORDER);
      try (Connector connector = new MagentoProvider().connect(bench.settings(), bench.toolbox())) {
        Reader reader = connector.reader(EntityType.ORDER).orElseThrow();
        assertThat(reader.changes(null, 10).documents()).hasSize(1);
        assertThat(reader.find(new Identity.NativeId(order.id()))).hasSize(1);
      }
    }
  }

  @Test
  void theRightsOfThePageAreEnoughToWrite() {
    try (MagentoBench bench = new MagentoBench(LEAST);
        Connector connector = new MagentoProvider().connect(bench.settings(), bench.toolbox())) {
      for (EntityType type :
          List.of(
              EntityType.STOCK,
              EntityType.PRICE,
              EntityType.PRODUCT,
              EntityType.ORDER_PROGRESS,
              EntityType.CUSTOMER,
              EntityType.QUOTE)) {
        Write write = bench.right(type, Write.Action.UPDATE, 1).getFirst().write();
        assertThat(connector.writer(type).orElseThrow().write(List.of(write)).getFirst())
            .as(type.key())
            .isInstanceOf(Outcome.Written.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Magento_Sales::actions_view, read orders",
    "Magento_Sales::sales_invoice, read invoices",
    "Magento_Sales::shipment, read shipments",
    "Magento_Sales::sales_creditmemo, read credit memos",
    "Magento_Sales::comment, comment on orders",
    "Magento_InventoryApi::stock, read stocks and sources",
    "Magento_InventoryApi::stock_source_item_assign, set quantities at sources",
    "Magento_Catalog::products, read articles",
    "Magento_Sales::ship, ship orders",
    "Magento_Sales::invoice, invoice orders",
    "Magento_Sales::cancel, cancel orders",
    "Magento_Catalog::catalog, read and set prices",
    "Magento_Customer::group, read customer groups",
    "Magento_Customer::customer, read customers",
    "Magento_Customer::manage, change customers",
    "Magento_Company::index, read companies",
    "Magento_Company::manage, change companies",
    "Magento_CompanyCredit::manage, read company credit",
    "Magento_Cart::manage, read carts",
    "Magento_NegotiableQuote::manage, answer quotes",
    "Magento_Rma::magento_rma, read returns",
    "Magento_SharedCatalog::list, read shared catalogues",
    "Magento_SharedCatalog::manage, assign articles to shared catalogues",
    "Magento_Tax::manage_tax, read tax classes",
    "Magento_Catalog::attributes_attributes, read values of attributes",
    "Magento_Catalog::categories, read categories",
    "Magento_Logging::system_magento_logging_bulk_operations, read what became of bulk operations"
  })
  void theMissingRightIsNamed(String right, String what) {
    List<String> others = new ArrayList<>(Arrays.asList(LEAST));
    others.remove(right);
    try (MagentoBench bench = new MagentoBench(others.toArray(String[]::new))) {
      assertThat(errors(bench))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.subject()).isEqualTo("right to " + what);
                assertThat(finding.problem()).isEqualTo(right + " is missing");
              });
    }
  }

  @Test
  void whatTheSettingsOfTheStockNameMustBeThere() {
    try (MagentoBench bench = new MagentoBench()) {
      for (String wrong :
          List.of(
              "{\"website\": \"fr\"}",
              "{\"sources\": [\"lager-ost\"]}",
              "{\"locations\": {\"ULM\": \"default\"}}")) {
        assertThat(errors(bench.with("stock", wrong), bench.toolbox()))
            .singleElement()
            .satisfies(
                finding ->
                    assertThat(finding.subject())
                        .startsWith("setting stock." + wrong.split("\"")[1]));
      }
    }
  }

  @Test
  void theCheckWritesNothing() {
    try (MagentoBench bench = new MagentoBench()) {
      Placed order = bench.place(EntityType.ORDER);
      errors(bench);
      assertThat(bench.shop().truth(order.id()).path("comments")).isEmpty();
    }
  }

  @Test
  void maintenanceIsWaitedForAndNoFaultOfTheKeys() {
    try (MagentoBench bench = new MagentoBench();
        Connector connector = new MagentoProvider().connect(bench.settings(), bench.toolbox())) {
      bench.shop().maintenance(true);
      Reader reader = connector.reader(EntityType.ORDER).orElseThrow();
      FaultException thrown =
          Assertions.catchThrowableOfType(FaultException.class, () -> reader.changes(null, 1));
      assertThat(thrown.fault()).isInstanceOf(Fault.Unavailable.class);
      assertThat(thrown.fault().message()).doesNotContain("<html");
      assertThat(errors(bench)).extracting(Finding::subject).containsExactly("sign-in");
    }
  }
}
