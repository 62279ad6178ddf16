package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import dev.kontor.twin.financeoperations.visibility.SecurityService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock through the add-in of the twin, with its tokens and its redirect. */
class VisibilityOnTwinTest {

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    toolbox.close();
    erp.close();
  }

  private Connector connector(String environment) {
    String url = erp.settings().text("url");
    String settings =
        """
        {"skuScheme": "variant",
         "visibility": {"url": "%1$s", "environment": "%2$s",
                        "securityService": "%1$s/securityservice", "sites": ["1", "2"],
                        "warehouses": ["11", "21"], "dimensions": ["colorId", "sizeId"]}}
        """
            .formatted(url, environment);
    return new FinanceOperationsProvider().connect(erp.settings(settings), toolbox);
  }

  private static Map<String, String> all(Connector connector) {
    Map<String, String> onHand = new TreeMap<>();
    Cursor at = null;
    Page page;
    do {
      page = connector.reader(EntityType.STOCK).orElseThrow().changes(at, 2);
      page.documents().forEach(document -> onHand.put(document.id(), told(document)));
      at = page.next();
    } while (page.more());
    return onHand;
  }

  private static String told(Document document) {
    Stock stock = ModelJson.mapper().treeToValue(document.content(), Stock.class);
    StringBuilder told = new StringBuilder();
    List<Stock.AtLocation> places = stock.locations() == null ? List.of() : stock.locations();
    places.forEach(
        at ->
            told.append(at.location())
                .append(' ')
                .append(at.onHand().stripTrailingZeros().toPlainString())
                .append('-')
                .append(at.openDemand().stripTrailingZeros().toPlainString())
                .append(';'));
    return told.toString();
  }

  @Test
  void itIsTheStockOfTheEnvironmentItself() {
    erp.order("SW-1", "two pieces");
    try (Connector visible = connector(SecurityService.ENVIRONMENT);
        Connector own =
            new FinanceOperationsProvider()
                .connect(erp.settings("{\"skuScheme\": \"variant\"}"), toolbox)) {
      Map<String, String> seen = all(visible);
      assertThat(seen)
          .containsEntry("AH-1001-BLAU-L", "11 15-0;21 3-0;")
          .containsEntry("AH-1000", "11 120-2;21 8-0;")
          .isEqualTo(all(own));
    }
  }

  @Test
  void aTokenThatHasEndedIsChangedAgain() {
    try (Connector visible = connector(SecurityService.ENVIRONMENT)) {
      Map<String, String> before = all(visible);
      erp.clock.advance(Duration.ofHours(2));
      assertThat(all(visible)).isEqualTo(before);
    }
  }

  @Test
  void anotherEnvironmentIsAFault() {
    try (Connector lost = connector("0a0b0c0d-0000-4000-8000-000000000000")) {
      assertThatThrownBy(() -> all(lost))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isInstanceOf(Fault.SignInRefused.class));
    }
  }
}
