package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything the connector does works with the rights its README names, and no more. */
class LeastRightsOnTwinTest extends OnTwin {

  private final Connector least =
      new ShopwareProvider().connect(bench.leastRights(), bench.toolbox());

  @AfterEach
  void closeLeast() {
    least.close();
  }

  @Test
  void ordersAreReadAndAnswered() {
    Placed order = shop.order();
    var reader = least.reader(EntityType.ORDER).orElseThrow();
    assertThat(reader.changes(null, 10).documents()).hasSize(1);
    assertThat(reader.keys(null, 10).documents()).hasSize(1);
    assertThat(reader.fetch(List.of(order.id()))).hasSize(1);
    String reply =
        """
        {"customFields":{"kontor_erp_order_number":"1"},
         "transitions":[{"entity":"order_delivery","transition":"ship"}]}""";
    assertThat(written(EntityType.ORDER, order.id(), reply)).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void productsAreReadAndTheirStockIsSet() {
    Placed product = shop.product();
    assertThat(least.reader(EntityType.PRODUCT).orElseThrow().fetch(List.of(product.id())))
        .hasSize(1);
    String stock = "{\"productNumber\":\"" + product.number() + "\",\"stock\":\"3\"}";
    assertThat(written(EntityType.STOCK, product.number(), stock))
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void theCheckMissesNothingItNeeds() {
    assertThat(least.check()).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
  }

  private Outcome written(EntityType type, String id, String content) {
    Write write = new Write("k", Write.Action.UPDATE, "r", id, ModelJson.parse(content));
    return least.writer(type).orElseThrow().write(List.of(write)).getFirst();
  }
}
