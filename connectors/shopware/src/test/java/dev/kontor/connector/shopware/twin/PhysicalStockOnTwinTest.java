package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import dev.kontor.twin.shopware.ShopVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shopware 6.5 keeps physical stock and subtracts its open orders itself. */
class PhysicalStockOnTwinTest extends OnTwin {

  private static final String ARTICLE = "AH-1005";

  PhysicalStockOnTwinTest() {
    super(ShopVersion.V6_5);
  }

  private Outcome set(int sellable) {
    Write write = new Write("k", Write.Action.UPDATE, ARTICLE, ARTICLE, content(sellable));
    return writer(EntityType.STOCK).write(List.of(write)).getFirst();
  }

  private static JsonNode content(int sellable) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("productNumber", ARTICLE)
        .put("stock", Integer.toString(sellable));
  }

  private int sellable() {
    return shop.search("product", "productNumber", ARTICLE).path(0).path("availableStock").asInt();
  }

  private void close(Placed order) {
    for (String transition : List.of("process", "complete")) {
      shop.admin("POST", "/api/_action/order/" + order.id() + "/state/" + transition, null);
    }
  }

  @Test
  void theShopsOpenOrdersAreAdded() {
    shop.order();
    shop.order();
    assertThat(set(17)).isInstanceOf(Outcome.Written.class);
    assertThat(sellable()).isEqualTo(17);
    assertThat(shop.stock(ARTICLE)).as("physical, two orders of two pieces").isEqualTo(21);
  }

  @Test
  void whatMayBeSoldIsWhatIsCompared() {
    shop.order();
    set(17);
    Writer.Draft draft = new Writer.Draft(content(17), content(17));
    assertThat(writer(EntityType.STOCK).compare(List.of(draft))).containsExactly(Standing.SAME);
  }

  @Test
  void completingAnOrderLeavesWhatMayBeSold() {
    Placed order = shop.order();
    set(17);
    close(order);
    assertThat(sellable()).isEqualTo(17);
    assertThat(shop.stock(ARTICLE)).isEqualTo(17);
    assertThat(set(5)).isInstanceOf(Outcome.Written.class);
    assertThat(sellable()).isEqualTo(5);
  }

  @Test
  void anOrderPlacedMeanwhileStaysSubtracted() {
    meter.beforeWrite(shop::order);
    assertThat(set(17)).isInstanceOf(Outcome.Written.class);
    assertThat(sellable()).isEqualTo(15);
  }

  @Test
  void anOrderCompletedMeanwhileIsAConflictAndTheNextTryIsRight() {
    Placed order = shop.order();
    meter.beforeWrite(() -> close(order));
    assertThat(set(17)).isInstanceOf(Fault.Conflict.class);
    assertThat(set(17)).isInstanceOf(Outcome.Written.class);
    assertThat(sellable()).isEqualTo(17);
  }

  @Test
  void theCheckSaysSo() {
    assertThat(connector.check())
        .anyMatch(f -> f.subject().equals("version") && f.severity() == Finding.Severity.WARNING);
  }
}
