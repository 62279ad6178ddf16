package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders written through the connector, posted in the twin, compared with what the ERP holds. */
class OrderToTheCentTest {

  private final TwinWorld world = new TwinWorld();
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), world.toolbox);
  private final Writer writer = connector.writer(EntityType.ORDER).orElseThrow();
  private final Reader reader = connector.reader(EntityType.ORDER).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void promotionsAndShippingOverTwoRatesPostToTheShopsTotals() {
    SampleOrder orders =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("1000", "3", "59.90", "179.70", "19")
            .goods("1002", "2", "29.90", "53.82", "7")
            .goods("1001-BLAU-M", "1", "49.99", "0", "19");
    Order order =
        orders
            .other(LineKind.PROMOTION, orders.share("-17.97", "19"), orders.share("-5.38", "7"))
            .other(LineKind.SHIPPING, orders.share("3.77", "19"), orders.share("1.13", "7"))
            .build();
    JsonNode posted = posted(order, "SW-1");
    assertThat(posted.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo(order.total().gross());
    assertThat(posted.path("lineCount").asInt()).isEqualTo(7);
  }

  @Test
  void netPricesPostToTheShopsGrossWithARoundingLine() {
    SampleOrder orders = SampleOrder.in(PriceBasis.NET);
    for (int i = 0; i < 5; i++) {
      orders.goods("1000", "1", "0.33", "0.33", "19");
    }
    Order order = orders.build();
    assertThat(posted(order, "SW-2").path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo(order.total().gross());
  }

  @Test
  void whatIsPredictedIsWhatIsPosted() {
    for (int n = 1; n <= 12; n++) {
      PriceBasis basis = n % 2 == 0 ? PriceBasis.NET : PriceBasis.GROSS;
      SampleOrder orders = SampleOrder.in(basis);
      for (int i = 1; i <= 5; i++) {
        String price = new BigDecimal(n * 713 + i * 97).movePointLeft(2).toPlainString();
        String sku = i % 2 == 0 ? "1002" : "1000";
        orders.goods(sku, "1", price, price, i % 2 == 0 ? "7" : "19");
      }
      Order order = orders.build();
      JsonNode posted = posted(order, "SW-P" + n);
      assertThat(posted.path("totalAmountIncludingTax").decimalValue())
          .as("order " + n)
          .isEqualByComparingTo(order.total().gross());
    }
  }

  @Test
  void aLostAnswerIsFoundAgainBeforeAndAfterPosting() {
    Order order =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "1", "59.90", "59.90", "19").build();
    JsonNode content = ready(order);
    world.twin.dials().only("/v2.0", "POST").set("dropAnswerProbability", BigDecimal.ONE);
    assertThat(writer.write(List.of(create("SW-3", content))).getFirst())
        .isInstanceOf(Fault.OutcomeUnknown.class);
    world.twin.dials().reset();
    List<Document> open = reader.find(new Identity.ExternalReference("SW-3"));
    assertThat(open).hasSize(1);
    world.twin.ship(String.valueOf(open.getFirst().number()));
    assertThat(reader.find(new Identity.ExternalReference("SW-3"))).hasSize(1);
    world.twin.shipAndInvoice(String.valueOf(open.getFirst().number()));
    List<Document> posted = reader.find(new Identity.ExternalReference("SW-3"));
    assertThat(posted).extracting(Document::id).containsExactly(open.getFirst().id());
    assertThat(reader.find(new Identity.NativeId(open.getFirst().id()))).hasSize(1);
    assertThat(reader.find(new Identity.ExternalReference("SW-4"))).isEmpty();
  }

  @Test
  void aCancelledInvoiceAndItsCreditMemoAreStillThatOneOrder() {
    Order order =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "1", "59.90", "59.90", "19").build();
    writer.write(List.of(create("SW-5", ready(order))));
    Document open = reader.find(new Identity.ExternalReference("SW-5")).getFirst();
    world.twin.shipAndInvoice(String.valueOf(open.number()));
    world.twin.cancelInvoice(
        world.call("GET", "salesInvoices", "").at("/value/0/number").asString());
    assertThat(world.truth("creditMemos")).hasSize(1);
    assertThat(reader.find(new Identity.ExternalReference("SW-5")))
        .extracting(Document::id)
        .containsExactly(open.id());
  }

  @Test
  void aRightThatIsMissingIsForbiddenForTheOrderAndNamedByTheCheck() {
    JsonNode content =
        ready(SampleOrder.in(PriceBasis.GROSS).goods("1000", "1", "59.90", "59.90", "19").build());
    world.twin.deny(
        ModelJson.parse("{\"unreadable\":[\"accounts\"],\"unwritable\":[\"salesOrders\"]}"));
    assertThat(writer.write(List.of(create("SW-6", content))).getFirst())
        .isInstanceOf(Fault.Forbidden.class);
    assertThat(writer.write(List.of(create("SW-6", content), create("SW-7", content))))
        .allMatch(Fault.Forbidden.class::isInstance);
    assertThat(connector.check())
        .anySatisfy(
            finding -> {
              assertThat(finding.subject()).isEqualTo("rights");
              assertThat(finding.remedy()).contains("accounts");
            });
  }

  @Test
  void aBatchOfOrdersIsOneCallAndEachIsThereOnce() {
    Order order =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "1", "59.90", "59.90", "19").build();
    JsonNode content = ready(order);
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < writer.maxBatch(); i++) {
      writes.add(create("SW-B" + i, content));
    }
    assertThat(writer.write(writes)).hasSize(50).allMatch(Outcome.Written.class::isInstance);
    for (Write write : writes) {
      assertThat(reader.find(new Identity.ExternalReference(write.reference()))).hasSize(1);
    }
    assertThat(writer.maxBatch()).isGreaterThanOrEqualTo(50);
  }

  private JsonNode posted(Order order, String reference) {
    Outcome outcome = writer.write(List.of(create(reference, ready(order)))).getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    String number = String.valueOf(((Outcome.Written) outcome).number());
    world.twin.shipAndInvoice(number);
    for (JsonNode truth : world.truth("orders")) {
      if (reference.equals(truth.path("externalDocumentNumber").asString(""))
          && "invoiced".equals(truth.path("state").asString(""))) {
        return truth;
      }
    }
    throw new AssertionError("no posted invoice carries " + reference);
  }

  private JsonNode ready(Order order) {
    ObjectNode mapped = Json.object();
    mapped
        .put("customerNumber", "WEB")
        .put("currencyCode", order.currency())
        .put("pricesIncludeTax", order.priceBasis() == PriceBasis.GROSS);
    mapped.set(
        "salesOrderLines", SalesLines.apply(List.of(ModelJson.tree(order), world.settingsJson())));
    Prepared prepared = writer.prepare(mapped, ModelJson.tree(order));
    assertThat(prepared).as(prepared.toString()).isInstanceOf(Prepared.Ready.class);
    return ((Prepared.Ready) prepared).content();
  }

  private static Write create(String reference, JsonNode content) {
    return new Write("k-" + reference, Write.Action.CREATE, reference, null, content);
  }
}
