package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the connector does works with the rights its page names, and no more. */
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
         "transitions":[{"entity":"order_delivery","transition":"ship"}]}\
        """;
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
  void articlesPricesAndProgressAreWritten() {
    Flow articles = new Flow(least.writer(EntityType.PRODUCT).orElseThrow());
    byte[] picture = "PNG".getBytes(StandardCharsets.UTF_8);
    articles.file("p", picture, "image/png");
    ObjectNode shirt = Contents.shirt("R-1");
    shirt
        .withArrayProperty("media")
        .addObject()
        .put("reference", "p")
        .put("contentType", "image/png")
        .put("sha256", Ids.sha256(picture));
    String id = articles.written(Write.Action.CREATE, null, shirt);
    assertThat(articles.standing(id, shirt)).isEqualTo(Standing.SAME);
    Flow prices = new Flow(least.writer(EntityType.PRICE).orElseThrow());
    JsonNode price = Contents.price("R-1-M", "1.19", "1.00");
    prices.written(Write.Action.UPDATE, "R-1-M", price);
    assertThat(prices.standing("R-1-M", price)).isEqualTo(Standing.SAME);
    for (String list : List.of("properties", "categories", "variants", "media")) {
      shirt.putArray(list);
      assertThat(articles.standing(id, shirt)).as(list).isInstanceOf(Standing.Other.class);
    }
    articles.written(Write.Action.UPDATE, id, shirt);
    articles.written(Write.Action.DELETE, id, Contents.json("{}"));

    Placed order = shop.order();
    Flow progress = new Flow(least.writer(EntityType.ORDER_PROGRESS).orElseThrow());
    for (String number : List.of("RE-9", "GS-9")) {
      progress.file("pdf-" + number, picture, "application/pdf");
    }
    for (JsonNode event :
        List.of(
            Contents.shipment(order.id(), "V-9", "JJD9"),
            Contents.invoice(order.id(), "RE-9", "49.98"),
            Contents.creditMemo(order.id(), "GS-9", "RE-9", "1.00"))) {
      progress.written(Write.Action.UPDATE, order.id(), event);
    }
    assertThat(shop.documents(order.id())).hasSize(2);
  }

  @Test
  void customersAreReadAndWritten() {
    Placed customer = shop.customer();
    var reader = least.reader(EntityType.CUSTOMER).orElseThrow();
    assertThat(reader.changes(null, 50).documents()).isNotEmpty();
    assertThat(reader.fetch(List.of(customer.id()))).hasSize(1);
    String change =
        """
        {"lastName":"Berg","email":"berg@kunde.example",
         "defaultBillingAddress":{"street":"Talweg 1"},"customFields":{"kontor_blocked":"ALL"}}\
        """;
    assertThat(written(EntityType.CUSTOMER, customer.id(), change))
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
