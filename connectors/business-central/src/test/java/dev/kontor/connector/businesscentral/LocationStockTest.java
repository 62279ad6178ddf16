package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Locations;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stock by location and variant, in the twin. */
class LocationStockTest {

  private final TwinWorld world = TwinWorld.withCompanion();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector = connect(world);
  private final Reader reader = connector.reader(EntityType.STOCK).orElseThrow();

  private Connector connect(TwinWorld at) {
    return new BusinessCentralProvider()
        .connect(new Settings("erp", at.settingsJson(), ZoneId.of("Europe/Berlin")), counted);
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  private Stock stock(String sku) {
    return stock(reader.fetch(List.of(sku)).getFirst());
  }

  private static Stock stock(Document document) {
    return ModelJson.mapper().treeToValue(Objects.requireNonNull(document.content()), Stock.class);
  }

  private static Stock.AtLocation at(Stock stock, String location) {
    return Objects.requireNonNull(stock.locations()).stream()
        .filter(at -> at.location().equals(location))
        .findFirst()
        .orElseThrow();
  }

  private void setup(String json) {
    world.twin.setup(ModelJson.parse(json));
  }

  private void move(String item, String variant, String location, int pieces) {
    world.control(
        "stock",
        Json.object()
            .put("itemNumber", item)
            .put("variantCode", variant)
            .put("locationCode", location)
            .put("quantity", pieces)
            .toString());
  }

  private String order(String item, String location, int pieces) {
    String place =
        world
            .call("GET", "locations?$filter=code eq '" + location + "'", "")
            .at("/value/0/id")
            .asString();
    String lines =
        "[{\"lineType\":\"Item\",\"lineObjectNumber\":\"%s\",\"locationId\":\"%s\",\"quantity\":%d}]"
            .formatted(item, place, pieces);
    JsonNode order =
        world.call(
            "POST",
            "salesOrders",
            "{\"customerNumber\":\"WEB\",\"salesOrderLines\":" + lines + "}");
    return order.path("number").asString();
  }

  /** Everything that is new since. */
  private Page since(Cursor cursor) {
    Page page = reader.changes(cursor, 100);
    while (page.more()) {
      page = reader.changes(page.next(), 100);
    }
    return page;
  }

  private Cursor told() {
    Page page = reader.changes(null, 100);
    while (page.more()) {
      page = reader.changes(page.next(), 100);
    }
    return since(page.next()).next();
  }

  @Test
  void stockIsToldByLocationWithDemandAndWhatIsReservedForOthers() {
    String order = order("1000", "MAIN", 5);
    order("1000", "OUTLET", 1);
    setup(
        """
        {"reservations":[
          {"number":"1","itemNumber":"1000","locationCode":"MAIN","quantity":4,"salesOrder":"%s"},
          {"number":"2","itemNumber":"1000","locationCode":"MAIN","quantity":3}]}\
        """
            .formatted(order));
    Stock stock = stock("1000");
    assertThat(stock.onHand()).isEqualByComparingTo("128");
    assertThat(at(stock, "MAIN"))
        .isEqualTo(
            new Stock.AtLocation(
                "MAIN", new BigDecimal("120"), new BigDecimal("5"), new BigDecimal("3")));
    assertThat(at(stock, "OUTLET").openDemand()).isEqualByComparingTo("1");
    assertThat(connector.locations().flatMap(Locations::codes).orElseThrow())
        .containsExactly("MAIN", "OUTLET");
  }

  @Test
  void variantsHaveTheirOwnStockAndTheirItemHasNone() {
    move("1001", "BLAU-M", "MAIN", 7);
    move("1001", "BLAU-L", "OUTLET", 2);
    List<Document> found = reader.fetch(List.of("1001", "1001-BLAU-M", "1001-BLAU-L", "1001-ROT"));
    assertThat(found)
        .extracting(Document::id)
        .containsExactlyInAnyOrder("1001-BLAU-M", "1001-BLAU-L");
    assertThat(stock("1001-BLAU-M").onHand()).isEqualByComparingTo("7");
    assertThat(at(stock("1001-BLAU-L"), "OUTLET").onHand()).isEqualByComparingTo("2");
  }

  @Test
  void receiptsAndTransfersAreToldWithTheirDays() {
    setup(
        """
        {"locations":[{"code":"TRANSIT"}],
         "purchases":[{"number":"P","itemNumber":"1000","locationCode":"MAIN","quantity":9,"expectedReceiptDate":"2026-03-20"}],
         "transfers":[{"number":"T","itemNumber":"1000","fromLocationCode":"MAIN","inTransitCode":"TRANSIT",
           "toLocationCode":"OUTLET","quantity":2,"receiptDate":"2026-03-16"}]}\
        """);
    Stock stock = stock("1000");
    assertThat(stock.receipts())
        .containsExactly(new Stock.Receipt("MAIN", new BigDecimal("9"), LocalDate.of(2026, 3, 20)));
    assertThat(stock.transfers())
        .containsExactly(
            new Stock.Transfer(
                "MAIN",
                "TRANSIT",
                "OUTLET",
                new BigDecimal("2"),
                BigDecimal.ZERO,
                LocalDate.of(2026, 3, 16)));
    assertThat(stock.day()).isEqualTo(LocalDate.of(2026, 3, 15));
  }

  @Test
  void whateverMovesAFigureIsNewsOnce() {
    Cursor told = told();
    assertThat(ids(since(told))).isEmpty();
    String order = order("1003", "OUTLET", 1);
    Page ordered = since(told);
    assertThat(ids(ordered)).containsExactly("1003");
    setup(
        "{\"purchases\":[{\"number\":\"P\",\"itemNumber\":\"1004\",\"locationCode\":\"MAIN\",\"quantity\":9,\"expectedReceiptDate\":\"2026-03-20\"}]}");
    Page expected = since(ordered.next());
    assertThat(ids(expected)).containsExactly("1004");
    world.call("DELETE", "salesOrders(" + world.id("salesOrders", order) + ")", "");
    Page deleted = since(expected.next());
    assertThat(ids(deleted)).containsExactly("1003");
    move("1005", "", "OUTLET", 1);
    assertThat(ids(since(deleted.next()))).containsExactly("1005");
  }

  /** Nothing was booked, but what is expected is one day nearer. */
  @Test
  void aNewDayIsNewsOfWhatIsExpected() {
    setup(
        "{\"purchases\":[{\"number\":\"P\",\"itemNumber\":\"1004\",\"locationCode\":\"MAIN\",\"quantity\":9,\"expectedReceiptDate\":\"2026-03-20\"}]}");
    Cursor told = told();
    String before = reader.fetch(List.of("1004")).getFirst().version();
    String other = reader.fetch(List.of("1003")).getFirst().version();
    world.connectorTime = world.connectorTime.plus(Duration.ofDays(1));
    assertThat(ids(since(told))).containsExactly("1004");
    assertThat(reader.fetch(List.of("1004")).getFirst().version()).isNotEqualTo(before);
    assertThat(reader.fetch(List.of("1003")).getFirst().version()).isEqualTo(other);
  }

  @Test
  void anAppInstalledLaterHasEverythingToldAnew() {
    try (TwinWorld bare = new TwinWorld();
        Connector without = connect(bare)) {
      Reader sums = without.reader(EntityType.STOCK).orElseThrow();
      Cursor cursor = sums.changes(null, 100).next();
      assertThat(without.locations().flatMap(Locations::codes)).isEqualTo(Optional.empty());
      assertThat(sums.fetch(List.of("1001-BLAU-M"))).isEmpty();
      assertThat(stock(sums.fetch(List.of("1000")).getFirst()).locations()).isNull();
      assertThat(ids(reader.changes(cursor, 100))).contains("1001-BLAU-M", "1000", "1005");
    }
  }

  @Test
  void whatItCosts() {
    Cursor told = told();
    int before = counted.calls.get();
    since(told);
    assertThat(counted.calls.get() - before).as("a quiet poll").isEqualTo(2);
    int items = 1_000;
    StringBuilder setup = new StringBuilder();
    for (int i = 0; i < items; i++) {
      setup
          .append(i == 0 ? "" : ",")
          .append("{\"number\":\"N%04d\",\"stock\":{\"MAIN\":5}}".formatted(i));
    }
    setup("{\"items\":[" + setup + "]}");
    List<String> skus = IntStream.range(0, items).mapToObj("N%04d"::formatted).toList();
    before = counted.calls.get();
    assertThat(reader.fetch(skus)).hasSize(items);
    assertThat(counted.calls.get() - before).as("figures of 1,000 articles").isEqualTo(3);
  }

  private static List<String> ids(Page page) {
    return page.documents().stream().map(Document::id).toList();
  }
}
