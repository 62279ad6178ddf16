package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Product;
import dev.kontor.model.ProductVariant;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What articles are called is what prices, stock and orders go by. */
class ArticlesOnTwinTest {

  private static final String BY_VARIANT =
      "{\"skuScheme\": \"variant\", \"products\": {\"language\": \"de\"}}";

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider().connect(erp.settings(BY_VARIANT), toolbox);

  @AfterEach
  void stop() {
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Product article(String item) {
    ObjectNode content =
        Objects.requireNonNull(read(EntityType.PRODUCT, item).content()).deepCopy().asObject();
    assertThat(content.remove("problems")).isEmpty();
    return ModelJson.mapper().treeToValue(content, Product.class);
  }

  private Document read(EntityType type, String id) {
    return connector.reader(type).orElseThrow().fetch(List.of(id)).getFirst();
  }

  @Test
  void eachVariantHasAPriceAndStockUnderItsNumber() {
    List<ProductVariant> variants = article("AH-1001").variants();
    assertThat(variants)
        .extracting(ProductVariant::sku)
        .containsExactly("AH-1001-BLAU-L", "AH-1001-BLAU-M");
    for (ProductVariant variant : variants) {
      JsonNode price = Objects.requireNonNull(read(EntityType.PRICE, variant.sku()).content());
      assertThat(price.path("parentSku").asString()).isEqualTo("AH-1001");
      assertThat(price.path("problems")).isEmpty();
    }
    JsonNode stock = Objects.requireNonNull(read(EntityType.STOCK, "AH-1001-BLAU-L").content());
    assertThat(stock.path("onHand").asString()).isEqualTo("18");
  }

  @Test
  void anOrderOfAVariantSellsThatOne() {
    String sku = article("AH-1001").variants().getFirst().sku();
    Order order = SampleOrder.in(PriceBasis.NET).goods(sku, "1", "42.01", "42.01", "19").build();
    ObjectNode mapped =
        ModelJson.mapper()
            .createObjectNode()
            .put("OrderingCustomerAccountNumber", TwinErp.CUSTOMER)
            .put("CurrencyCode", "EUR")
            .put("DeliveryAddressName", "Ada Lovelace")
            .put("DeliveryAddressStreet", "Domshof 3")
            .put("DeliveryAddressZipCode", "28195")
            .put("DeliveryAddressCity", "Bremen")
            .put("DeliveryAddressCountryRegionId", "DEU");
    mapped.set(
        "SalesOrderLines",
        Objects.requireNonNull(new FinanceOperationsProvider().functions().get("salesLines"))
            .apply(List.of(ModelJson.tree(order), ModelJson.mapper().createObjectNode())));
    Writer writer = connector.writer(EntityType.ORDER).orElseThrow();
    Prepared prepared = writer.prepare(mapped, ModelJson.tree(order));
    assertThat(prepared).isInstanceOf(Prepared.Ready.class);
    JsonNode content = ((Prepared.Ready) prepared).content();
    Write write = new Write("V-1", Write.Action.CREATE, "V-1", null, content);
    Outcome outcome = writer.write(List.of(write)).getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    JsonNode line = erp.lines(((Outcome.Written) outcome).id()).getFirst();
    assertThat(line.path("ItemNumber").asString()).isEqualTo("AH-1001");
    assertThat(line.path("ProductColorId").asString()).isEqualTo("BLAU");
    assertThat(line.path("ProductSizeId").asString()).isEqualTo("L");
  }
}
