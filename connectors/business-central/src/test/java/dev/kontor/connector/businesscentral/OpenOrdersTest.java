package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Reader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Open demand read again and again: what it costs, and that it never lags behind. */
class OpenOrdersTest {

  private static final String ITEM = "1000";

  private final TwinWorld world = new TwinWorld();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), counted);
  private final Reader stock = connector.reader(EntityType.STOCK).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void quietBatchesCostTwoCallsEachHoweverManyOrdersAreOpen() {
    for (int i = 0; i < 60; i++) {
      order(1);
    }
    demand();
    world.twin.server().calls().reset();
    for (int i = 0; i < 10; i++) {
      assertThat(demand()).isEqualByComparingTo("60");
    }
    assertThat(world.twin.server().calls().of("POST", "/v2.0/{id}/production/api/v2.0/$batch"))
        .as("one call asks for news of orders")
        .isEqualTo(10);
    assertThat(world.twin.server().calls().total()).as("and one reads the items").isEqualTo(20);
  }

  @Test
  void newChangedAndDeletedOrdersShowAtOnce() {
    order(1);
    assertThat(demand()).isEqualByComparingTo("1");
    JsonNode second = order(2);
    assertThat(demand()).as("created").isEqualByComparingTo("3");
    String lines = "salesOrders(" + id(second) + ")/salesOrderLines";
    JsonNode line = world.call("GET", lines, "").at("/value/0");
    world.call("PATCH", "salesOrderLines(" + id(line) + ")", "{\"quantity\":7}");
    assertThat(demand()).as("changed").isEqualByComparingTo("8");
    world.call("DELETE", "salesOrders(" + id(second) + ")", "");
    assertThat(demand()).as("deleted").isEqualByComparingTo("1");
  }

  @Test
  void oneDeletedAndOneCreatedIsNotNothing() {
    JsonNode first = order(1);
    demand();
    world.call("DELETE", "salesOrders(" + id(first) + ")", "");
    order(5);
    assertThat(demand()).isEqualByComparingTo("5");
  }

  @Test
  void aSecondPartialShipmentLeavesTheOrdersStampAlone() {
    JsonNode order = order(10);
    String number = order.path("number").asString();
    ship(number, 2);
    assertThat(demand()).isEqualByComparingTo("8");
    String before = stamp(order);
    ship(number, 3);
    assertThat(stamp(order)).as("the premise").isEqualTo(before);
    assertThat(demand()).isEqualByComparingTo("5");
  }

  @Test
  void anInvoicedOrderIsDemandNoLonger() {
    JsonNode order = order(4);
    order(1);
    assertThat(demand()).isEqualByComparingTo("5");
    world.twin.shipAndInvoice(order.path("number").asString());
    assertThat(demand()).isEqualByComparingTo("1");
  }

  @Test
  void anOrderCommittedWithAnOldStampIsFoundByTheCount() {
    order(1);
    demand();
    world.twinTime = world.twinTime.minus(Duration.ofHours(1));
    order(2);
    world.twinTime = TwinWorld.START;
    assertThat(demand()).isEqualByComparingTo("3");
  }

  @Test
  void afterAnHourAllIsReadAgain() {
    order(1);
    demand();
    world.connectorTime = world.connectorTime.plus(Duration.ofMinutes(61));
    world.twin.server().calls().reset();
    demand();
    assertThat(
            world
                .twin
                .server()
                .calls()
                .of("GET", "/v2.0/{id}/production/api/v2.0/companies({id})/salesOrders"))
        .isEqualTo(1);
  }

  @Test
  void newsWhoseReadingFailedIsToldAgain() {
    String number = order(10).path("number").asString();
    ship(number, 2);
    demand();
    ship(number, 3);
    world.twin.dials().only("/v2.0", "GET").set("serverErrorProbability", BigDecimal.ONE);
    assertThatThrownBy(this::demand)
        .as("the news came by POST, the lines did not come by GET")
        .isInstanceOf(FaultException.class);
    world.twin.dials().reset();
    assertThat(demand()).isEqualByComparingTo("5");
  }

  @Test
  void batchesAtTheSameTimeAreNeverBehind() throws Exception {
    demand();
    for (int pieces = 1; pieces <= 5; pieces++) {
      order(1);
      List<Callable<BigDecimal>> batches = Collections.nCopies(12, this::demand);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<BigDecimal> figure : threads.invokeAll(batches)) {
          assertThat(figure.get()).isEqualByComparingTo(Integer.toString(pieces));
        }
      }
    }
  }

  @Test
  void batchesThatWaitShareTheReadingThatBeganAfterTheyCame() throws Exception {
    demand();
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    counted.calls.set(0);
    counted.beforeEach =
        () -> {
          counted.beforeEach = () -> {};
          asking.countDown();
          await(answered);
        };
    Thread first = Thread.ofPlatform().start(this::demand);
    await(asking);
    List<Thread> later =
        IntStream.range(0, 5).mapToObj(i -> Thread.ofPlatform().start(this::demand)).toList();
    while (later.stream().anyMatch(thread -> thread.getState() != Thread.State.BLOCKED)) {
      Thread.onSpinWait();
    }
    answered.countDown();
    first.join();
    for (Thread thread : later) {
      thread.join();
    }
    assertThat(counted.calls.get())
        .as("news and items, then news once and items five times")
        .isEqualTo(8);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BigDecimal demand() {
    Document document = stock.fetch(List.of(ITEM)).getFirst();
    JsonNode content = Objects.requireNonNull(document.content());
    return Objects.requireNonNull(
        ModelJson.mapper().treeToValue(content, Stock.class).openDemand());
  }

  private JsonNode order(int quantity) {
    world.twinTime = world.twinTime.plusMillis(10);
    ObjectNode order = Json.object().put("customerNumber", "WEB");
    order
        .putArray("salesOrderLines")
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", ITEM))
        .put("quantity", quantity);
    return world.call("POST", "salesOrders", order.toString());
  }

  private void ship(String number, int quantity) {
    world.twinTime = world.twinTime.plusMillis(10);
    world.control(
        "orders/" + number + "/ship",
        "{\"lines\":[{\"sequence\":10000,\"quantity\":" + quantity + "}]}");
  }

  private String stamp(JsonNode order) {
    return world
        .call("GET", "salesOrders(" + id(order) + ")", "")
        .path("lastModifiedDateTime")
        .asString();
  }

  private static String id(JsonNode entity) {
    return entity.path("id").asString();
  }
}
