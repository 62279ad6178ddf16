package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Write;
import dev.kontor.twin.shopware.ShopVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Articles, prices and progress in each version of the shop. */
class EveryVersionOnTwinTest {

  @ParameterizedTest
  @EnumSource(ShopVersion.class)
  void theWayFromArticleToInvoice(ShopVersion version) {
    try (ShopwareBench bench = new ShopwareBench(version);
        Connector connector = new ShopwareProvider().connect(bench.settings(), bench.toolbox())) {
      TwinShop shop = bench.shop();
      new Flow(connector.writer(EntityType.PRODUCT).orElseThrow())
          .written(Write.Action.CREATE, null, Contents.shirt("V-1"));
      new Flow(connector.writer(EntityType.PRICE).orElseThrow())
          .written(Write.Action.UPDATE, "V-1-M", Contents.price("V-1-M", "17.85", "15.00"));
      assertThat(shop.shown("V-1-M").path("unitPrice").asString()).isEqualTo("17.85");

      Placed order = shop.order();
      Flow progress = new Flow(connector.writer(EntityType.ORDER_PROGRESS).orElseThrow());
      progress.file("pdf-RE-1", "%PDF".getBytes(StandardCharsets.UTF_8), "application/pdf");
      progress.written(
          Write.Action.UPDATE, order.id(), Contents.shipment(order.id(), "V-1", "JJD1"));
      JsonNode invoice = Contents.invoice(order.id(), "RE-1", "49.98");
      progress.written(Write.Action.UPDATE, order.id(), invoice);
      progress.written(Write.Action.UPDATE, order.id(), invoice);
      assertThat(shop.truth(order.id()).path("deliveryState").asString()).isEqualTo("shipped");
      assertThat(shop.documents(order.id()))
          .hasSize(1)
          .allMatch(document -> document.path("shownToBuyer").asBoolean());
    }
  }
}
