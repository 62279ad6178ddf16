package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.CreditMemo;
import dev.kontor.model.EntityType;
import dev.kontor.model.Invoice;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of orders in the twin, as the reader tells it. */
class ProgressReaderTest {

  private final TwinWorld world = new TwinWorld();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), counted);
  private final Reader reader = connector.reader(EntityType.ORDER_PROGRESS).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void anOrderGoesFromOpenToCompletedWithItsPapers() {
    String number = order("SHOP-1", 4);
    assertThat(progress(number).state()).isEqualTo(OrderProgress.State.OPEN);
    assertThat(progress(number).reference()).isEqualTo("SHOP-1");
    assertThat(Objects.requireNonNull(progress(number).total()).gross())
        .isEqualByComparingTo("238");
    control(number, "release", "{}");
    assertThat(progress(number).state()).isEqualTo(OrderProgress.State.RELEASED);
    control(number, "ship", "{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}");
    OrderProgress partly = progress(number);
    assertThat(partly.state()).isEqualTo(OrderProgress.State.SHIPPED_PARTIALLY);
    assertThat(partly.shipments().getFirst().lines())
        .containsExactly(new Shipment.Line("1000", BigDecimal.ONE));
    control(number, "ship", "{}");
    OrderProgress shipped = progress(number);
    assertThat(shipped.state()).isEqualTo(OrderProgress.State.SHIPPED);
    assertThat(shipped.shipments()).hasSize(2);
    control(number, "shipAndInvoice", "{}");
    OrderProgress done = progress(number);
    assertThat(done.state()).isEqualTo(OrderProgress.State.COMPLETED);
    assertThat(done.total()).isNull();
    Invoice invoice = done.invoices().getFirst();
    assertThat(invoice.total().gross()).isEqualByComparingTo("238");
    assertThat(invoice.remaining()).isEqualByComparingTo("238");
    assertThat(invoice.currency()).isEqualTo("EUR");
    assertThat(done.reference()).isEqualTo("SHOP-1");
  }

  @Test
  void aCancelledInvoiceAndItsCreditMemoBelongToTheOrder() {
    String number = order("", 2);
    control(number, "shipAndInvoice", "{}");
    String invoice =
        world
            .call("GET", "salesInvoices?$filter=orderNumber eq '" + number + "'", "")
            .at("/value/0/number")
            .asString();
    Page before = follow();
    world.twinTime = world.twinTime.plusSeconds(60);
    world.twin.cancelInvoice(invoice);
    assertThat(reader.changes(before.next(), 100).documents())
        .extracting(Document::id)
        .contains(number);
    OrderProgress progress = progress(number);
    assertThat(progress.invoices().getFirst().cancelled()).isTrue();
    CreditMemo memo = progress.creditMemos().getFirst();
    assertThat(memo.invoiceNumber()).isEqualTo(progress.invoices().getFirst().number());
    assertThat(memo.total().gross()).isEqualByComparingTo("119");
  }

  @Test
  void aDeletedOrderIsCancelledAndFoundByNobody() {
    String number = order("SHOP-3", 1);
    world.call("DELETE", "salesOrders(" + world.id("salesOrders", number) + ")", "");
    assertThat(progress(number).state()).isEqualTo(OrderProgress.State.CANCELLED);
    assertThat(reader.find(new Identity.ExternalReference("SHOP-3"))).isEmpty();
  }

  @Test
  void manyOrdersCostOneCallAndOneForCreditMemos() {
    List<String> numbers = List.of(order("A", 1), order("B", 1), order("C", 1));
    reader.fetch(numbers);
    int calls = counted.calls.get();
    assertThat(reader.fetch(numbers)).hasSize(3);
    assertThat(counted.calls.get() - calls).isLessThanOrEqualTo(3);
  }

  /** So many that orders and their papers do not fit in one call. */
  @Test
  void anOrderPostedBetweenTwoCallsOfOneReadingIsToldAsItIs() {
    String number = order("SHOP-4", 4);
    List<String> numbers = new ArrayList<>(List.of(number));
    IntStream.range(0, 3000).forEach(i -> numbers.add("GONE-" + i));
    assertThat(progress(number).state()).isEqualTo(OrderProgress.State.OPEN);
    int before = counted.calls.get();
    counted.beforeEach =
        () -> {
          if (counted.calls.get() == before + 2) {
            control(number, "shipAndInvoice", "{}");
          }
        };
    OrderProgress progress = told(reader.fetch(numbers).getFirst());
    assertThat(progress.shipments()).hasSize(1);
    assertThat(progress.state()).isEqualTo(OrderProgress.State.COMPLETED);
  }

  @Test
  void aQuietRoundTellsNothingTwiceAndCostsACallPerService() {
    order("A", 1);
    order("B", 1);
    Page last = reader.changes(follow().next(), 100);
    int calls = counted.calls.get();
    Page quiet = reader.changes(last.next(), 100);
    assertThat(quiet.documents()).isEmpty();
    assertThat(quiet.more()).isFalse();
    assertThat(counted.calls.get() - calls).isLessThanOrEqualTo(2);
  }

  private Page follow() {
    Page page = reader.changes(null, 100);
    while (page.more()) {
      page = reader.changes(page.next(), 100);
    }
    return page;
  }

  private String order(String reference, int pieces) {
    world.twinTime = world.twinTime.plusSeconds(1);
    ObjectNode order = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    order.put("externalDocumentNumber", reference);
    order
        .putArray("salesOrderLines")
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", pieces)
        .put("unitPrice", new BigDecimal("59.50"));
    JsonNode made = world.call("POST", "salesOrders", order.toString());
    return Json.text(made, "number", "");
  }

  private void control(String number, String action, String body) {
    world.twinTime = world.twinTime.plusSeconds(1);
    world.control("orders/" + number + "/" + action, body);
  }

  private OrderProgress progress(String number) {
    List<Document> found = reader.fetch(List.of(number));
    assertThat(found).hasSize(1);
    return told(found.getFirst());
  }

  private static OrderProgress told(Document document) {
    ObjectNode content = (ObjectNode) Objects.requireNonNull(document.content());
    content.remove("order");
    return ModelJson.mapper().treeToValue(content, OrderProgress.class);
  }
}
