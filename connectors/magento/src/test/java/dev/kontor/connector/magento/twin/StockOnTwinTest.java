package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What may be sold is what the ERP says, whatever the shop itself holds back for its orders. */
class StockOnTwinTest {

  private static final String ITEMS = "/rest/all/V1/inventory/source-items";

  private final MagentoBench bench = new MagentoBench();
  private final TwinShop shop = bench.shop();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private static JsonNode content(String sku, int pieces) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("sku", sku)
        .put("quantity", Integer.toString(pieces));
  }

  private static Write write(JsonNode content) {
    String sku = content.path("sku").asString("");
    return new Write("k", Write.Action.UPDATE, "", sku, content);
  }

  private Writer writer() {
    return connector.writer(EntityType.STOCK).orElseThrow();
  }

  private Outcome set(String sku, int pieces) {
    return writer().write(List.of(write(content(sku, pieces)))).getFirst();
  }

  private void isSet(String sku, int pieces) {
    assertThat(set(sku, pieces)).isInstanceOf(Outcome.Written.class);
    assertThat(shop.salable(sku)).isEqualTo(pieces);
  }

  private Connector with(String stock) {
    return new MagentoProvider().connect(bench.with("stock", stock), bench.toolbox());
  }

  private void ship(Placed order, String items) {
    shop.tick();
    shop.admin(
        "POST",
        "/rest/all/V1/order/" + order.id() + "/ship",
        ModelJson.parse(
            "{%s\"arguments\":{\"extension_attributes\":{\"source_code\":\"lager-nord\"}}}"
                .formatted(items)));
  }

  @Test
  void openOrdersAreAddedSoThatAllTheErpHasCanBeSold() {
    Placed first = shop.order("LATERNE-M", 5);
    isSet("LATERNE-M", 12);
    assertThat(shop.at("LATERNE-M", "lager-nord").asInt()).isEqualTo(17);
    assertThat(shop.at("LATERNE-M", "lager-sued").asInt()).isZero();
    shop.tick();
    shop.order("LATERNE-M", 2);
    assertThat(shop.salable("LATERNE-M")).isEqualTo(10);
    isSet("LATERNE-M", 9);
    ship(first, "");
    assertThat(shop.salable("LATERNE-M")).isEqualTo(9);
    isSet("LATERNE-M", 4);
    assertThat(shop.at("LATERNE-M", "lager-nord").asInt()).isEqualTo(6);
  }

  @Test
  void nothingLeftIsZeroAlthoughTheShopStillKeepsWhatItSold() {
    shop.order("LATERNE-M", 5);
    isSet("LATERNE-M", 0);
    assertThat(shop.at("LATERNE-M", "lager-nord").asInt()).isEqualTo(5);
    isSet("LATERNE-M", 3);
  }

  @Test
  void cancelledShippedAndRefundedPiecesAreHeldBackNoLonger() {
    Placed cancelled = shop.order("ISO-59", 4);
    Placed partly = shop.order("ISO-59", 6);
    isSet("ISO-59", 20);
    shop.tick();
    shop.admin("POST", "/rest/all/V1/orders/" + cancelled.id() + "/cancel", ModelJson.parse("{}"));
    JsonNode item = shop.truth(partly.id()).path("items").path(0).path("item_id");
    ship(partly, "\"items\":[{\"order_item_id\":" + item + ",\"qty\":2}],");
    isSet("ISO-59", 21);
    assertThat(shop.at("ISO-59", "lager-nord").asInt()).isEqualTo(25);
  }

  @Test
  void aShipmentThatTheOrderDoesNotKnowOfCounts() {
    Placed order = shop.order("ISO-59", 4);
    isSet("ISO-59", 20);
    JsonNode item = shop.truth(order.id()).path("items").path(0).path("item_id");
    shop.tick();
    shop.admin(
        "POST",
        "/rest/all/V1/shipment/",
        ModelJson.parse(
            """
            {"entity": {"order_id": %s, "items": [{"order_item_id": %s, "qty": 3}],
             "extension_attributes": {"source_code": "lager-nord"}}}"""
                .formatted(order.id(), item)));
    isSet("ISO-59", 20);
    assertThat(shop.at("ISO-59", "lager-nord").asInt()).isEqualTo(21);
  }

  @Test
  void variantsAndPartsOfBundlesAreHeldBackNotTheirHeadings() {
    shop.order("JACKE-TAN-M", 2);
    shop.order("SET-CAMP", 2);
    isSet("JACKE-TAN-M", 7);
    isSet("KOCHER-F1", 7);
    isSet("MAHL-DAL", 7);
    assertThat(shop.at("MAHL-DAL", "lager-nord").asInt()).isEqualTo(13);
    assertThat(set("JACKE", 3)).isInstanceOf(Fault.Invalid.class);
    assertThat(set("SET-CAMP", 3)).isInstanceOf(Fault.Invalid.class);
    assertThat(shop.at("JACKE", "lager-nord").isMissingNode()).isTrue();
  }

  @Test
  void whatIsThereIsNotWrittenAgainAndTwoCallsSeeIt() {
    isSet("ISO-59", 20);
    long posts = shop.calls("POST", ITEMS);
    long reads = reads();
    isSet("ISO-59", 20);
    assertThat(shop.calls("POST", ITEMS)).isEqualTo(posts);
    // Changed orders and shipments, and what lies at the sources.
    assertThat(reads() - reads).isEqualTo(3);
  }

  private long reads() {
    return shop.calls("GET", "/rest/all/V1/orders")
        + shop.calls("GET", "/rest/all/V1/shipments")
        + shop.calls("GET", "/rest/all/V1/products")
        + shop.calls("GET", "/rest/all/V1/inventory/stocks")
        + shop.calls("GET", ITEMS);
  }

  @Test
  void aHundredArticlesAreOneCallAndOneThatIsUnknownKeepsOnlyItself() {
    IntStream.range(0, 100).forEach(i -> shop.article("S-" + i, "1.00"));
    List<Write> writes = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> writes.add(write(content("S-" + i, i))));
    writes.add(50, write(content("GIBTS-NICHT", 4)));
    List<Outcome> outcomes = writer().write(writes);
    assertThat(outcomes.get(50)).isInstanceOf(Fault.Missing.class);
    assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Written)).hasSize(100);
    assertThat(shop.calls("POST", ITEMS)).isEqualTo(1);
    assertThat(shop.lies("S-99")).isEqualTo("99");
    assertThat(shop.at("GIBTS-NICHT", "lager-nord").isMissingNode()).isTrue();
  }

  @Test
  void numbersMayHaveCommasSlashesAndUmlautsAndBeSpelledInOtherCase() {
    shop.article("KABEL 1,5", "1.00");
    List<Outcome> outcomes =
        writer()
            .write(
                List.of(
                    write(content("kabel 1,5", 7)),
                    write(content("öl/pflege 500ML", 8)),
                    write(content("ISO-59", 9))));
    assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Written);
    assertThat(shop.lies("KABEL 1,5")).isEqualTo("7");
    assertThat(shop.lies("ÖL/PFLEGE 500ml")).isEqualTo("8");
    assertThat(shop.calls("POST", ITEMS)).isEqualTo(1);
  }

  @Test
  void theOneTheShopRefusesIsTakenOutByItsAnswer() {
    List<Write> writes = new ArrayList<>();
    for (String sku : List.of("LAMPE-44", "KOCHER-F1", "ISO-59")) {
      ObjectNode content = (ObjectNode) content(sku, 30);
      content.putArray("locations").addObject().put("location", "ULM").put("quantity", "10");
      writes.add(write(content));
    }
    try (Connector two = with("{\"locations\": {\"ULM\": \"lager-sued\"}}")) {
      List<Outcome> outcomes = two.writer(EntityType.STOCK).orElseThrow().write(writes);
      assertThat(outcomes.get(0)).isInstanceOf(Outcome.Written.class);
      assertThat(outcomes.get(2)).isInstanceOf(Outcome.Written.class);
      assertThat(outcomes.get(1))
          .isInstanceOfSatisfying(
              Fault.Invalid.class,
              invalid -> assertThat(invalid.problem()).contains("SET-CAMP").doesNotContain("<a"));
    }
    assertThat(shop.at("ISO-59", "lager-sued").asInt()).isEqualTo(10);
    assertThat(shop.at("ISO-59", "lager-nord").asInt()).isEqualTo(20);
    assertThat(shop.calls("POST", ITEMS)).isEqualTo(2);
  }

  @Test
  void onlyTheSourcesThatAreSetAreFilled() {
    try (Connector one = with("{\"sources\": [\"lager-sued\"]}")) {
      Writer writer = one.writer(EntityType.STOCK).orElseThrow();
      shop.order("ISO-59", 4);
      assertThat(writer.write(List.of(write(content("ISO-59", 6)))).getFirst())
          .isInstanceOf(Outcome.Written.class);
    }
    assertThat(shop.at("ISO-59", "lager-sued").asInt()).isEqualTo(10);
    assertThat(shop.at("ISO-59", "lager-nord").asInt()).isEqualTo(500);
  }

  @Test
  void whatSomebodyElseWroteIsSeenAndBroughtBack() {
    isSet("ISO-59", 20);
    shop.stock("ISO-59", "lager-sued", 5);
    Writer.Draft draft = new Writer.Draft(content("ISO-59", 20), ModelJson.parse("{}"), "ISO-59");
    assertThat(writer().compare(List.of(draft)).getFirst())
        .isInstanceOfSatisfying(
            Standing.Other.class,
            other -> assertThat(other.fields().getFirst().there()).isEqualTo("25"));
    isSet("ISO-59", 20);
    assertThat(writer().compare(List.of(draft)).getFirst()).isEqualTo(Standing.SAME);
  }

  @Test
  void aLostAnswerIsFoundDoneAndNotAddedOnceMore() {
    shop.order("ISO-59", 4);
    bench.trouble(Trouble.LOST_ANSWER, EntityType.STOCK);
    Outcome lost;
    try {
      lost = set("ISO-59", 20);
    } catch (FaultException e) {
      lost = e.fault();
    }
    assertThat(lost).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.STOCK);
    long posts = shop.calls("POST", ITEMS);
    isSet("ISO-59", 20);
    assertThat(shop.calls("POST", ITEMS)).isEqualTo(posts);
  }
}
