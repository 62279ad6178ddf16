package dev.kontor.connector.magento.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.Recorded;
import dev.kontor.connector.magento.api.CannedShop;
import dev.kontor.connector.magento.api.CannedShop.Canned;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a real shop answered about stocks and sources. */
class RecordedStockTest {

  private static final String SOURCES = "get-sources-assigned-to-stock-ordered-by-priority";
  private static final Canned NONE = Canned.of(200, "{\"items\": null}");

  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1));

  /** Answers to {@code POST inventory/source-items}, in order; then an empty list. */
  private final Deque<Canned> posts = new ArrayDeque<>();

  private final Deque<Canned> orders = new ArrayDeque<>();
  private String articles = "";
  private String stocks = "";
  private String website = "";
  private String items = "inventory/source-items-in.json";
  private final List<String> sources = new ArrayList<>(List.of("lager-nord", "lager-sued"));
  private final CannedShop shop = new CannedShop(this::answer);

  @AfterEach
  void close() {
    shop.close();
    toolbox.close();
  }

  private Canned answer(String call) {
    if (call.startsWith("GET /inventory/get-sources")) {
      return Canned.of(200, sources().toString());
    }
    return switch (call) {
      case "GET /inventory/stocks" ->
          stocks.isEmpty() ? recorded(200, "inventory/stocks.json") : Canned.of(200, stocks);
      case "GET /store/websites" ->
          Canned.of(200, "[{\"id\": 1, \"code\": \"base\"}, {\"id\": 2, \"code\": \"fr\"}]");
      case "GET /store/storeViews" ->
          Canned.of(
              200,
              "[{\"id\": 1, \"website_id\": 1}, {\"id\": 5, \"website_id\": 2},"
                  + " {\"id\": 6, \"website_id\": 2}]");
      case "GET /orders" -> orders.isEmpty() ? NONE : orders.removeFirst();
      case "GET /products" -> Canned.of(200, "{\"items\": [" + articles + "]}");
      case "GET /inventory/source-items" -> recorded(200, items);
      case "POST /inventory/source-items" ->
          posts.isEmpty()
              ? recorded(200, "inventory/source-items-post-200.json")
              : posts.removeFirst();
      default -> NONE;
    };
  }

  private JsonNode sources() {
    ArrayNode list = ModelJson.mapper().createArrayNode();
    Recorded.json("inventory/sources.json")
        .path("items")
        .valueStream()
        .filter(source -> sources.contains(source.path("source_code").asString("")))
        .forEach(list::add);
    return list;
  }

  private static Canned recorded(int status, String file) {
    return new Canned(status, Recorded.bytes(file));
  }

  private Writer writer() {
    ObjectNode values = ModelJson.mapper().createObjectNode();
    values.put("url", shop.url()).put("bearerToken", "t");
    if (!website.isEmpty()) {
      values.putObject("stock").put("website", website);
    }
    Connector connector = new MagentoProvider().connect(new Settings("shop", values), toolbox);
    return connector.writer(EntityType.STOCK).orElseThrow();
  }

  private static JsonNode content(String sku, String quantity) {
    return ModelJson.mapper().createObjectNode().put("sku", sku).put("quantity", quantity);
  }

  private List<Outcome> write(String... skus) {
    articles(skus);
    return writer()
        .write(
            Stream.of(skus)
                .map(sku -> new Write("k", Write.Action.UPDATE, "", sku, content(sku, "60")))
                .toList());
  }

  private void articles(String... skus) {
    articles =
        String.join(
            ",",
            Stream.of(skus)
                .map(sku -> "{\"sku\": \"%s\", \"type_id\": \"simple\"}".formatted(sku))
                .toList());
  }

  private Standing standing(String sku, String quantity) {
    articles(sku);
    return writer()
        .compare(List.of(new Writer.Draft(content(sku, quantity), ModelJson.parse("{}"))))
        .getFirst();
  }

  @Test
  void whatLiesAtTheStocksSourcesCountsAndWhatLiesElsewhereDoesNot() {
    assertThat(standing("JACKE-TAN-M", "620")).isEqualTo(Standing.SAME);
    assertThat(standing("LAMPE-44", "615")).isEqualTo(Standing.SAME);
    assertThat(standing("STUHL-EI", "384")).isEqualTo(Standing.SAME);
    items = "inventory/source-items-by-sku.json";
    assertThat(standing("ISO-59", "614")).isEqualTo(Standing.SAME);
    assertThat(standing("ISO-59", "613")).isInstanceOf(Standing.Other.class);
  }

  @Test
  void openPiecesOfARecordedOrderAreAddedAtTheFirstSource() {
    orders.add(NONE);
    orders.add(
        Canned.of(
            200, "{\"items\": [" + Recorded.json("orders/n-wholesale-tier/order.json") + "]}"));
    assertThat(write("STUHL-EI")).allMatch(o -> o instanceof Outcome.Written);
    assertThat(ModelJson.parse(shop.posted.getFirst()))
        .isEqualTo(
            ModelJson.parse(
                """
                {"sourceItems": [{"sku": "STUHL-EI", "source_code": "lager-nord",
                                  "quantity": 64, "status": 1}]}"""));
  }

  @Test
  void theArticleThatTheAnswerNamesIsTakenOutAndTheRestWritten() {
    posts.add(recorded(400, "inventory/source-items-post-bundle-component-400.json"));
    List<Outcome> outcomes = write("LAMPE-44", "KOCHER-F1");
    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.getLast())
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("sku");
              assertThat(invalid.problem())
                  .contains("\"SET-CAMP\" with shipment type \"Ship Together\"")
                  .doesNotContain("href");
            });
    assertThat(shop.posted).hasSize(2);
  }

  @Test
  void aRefusalThatNamesNobodyIsHalvedUntilTheBadOneStandsAlone() {
    Canned refusal = recorded(400, "inventory/source-items-post-unknown-source-400.json");
    Canned fine = recorded(200, "inventory/source-items-post-200.json");
    posts.addAll(List.of(refusal, refusal, refusal, fine, fine));
    List<Outcome> outcomes = write("LAMPE-44", "STUHL-EI", "JACKE-TAN-M", "ISO-59");
    assertThat(outcomes.getFirst()).isInstanceOf(Fault.Invalid.class);
    assertThat(outcomes.subList(1, 4)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.posted).hasSize(5);
  }

  @Test
  void aSourceThatHasGoneIsNoFaultOfTheArticles() {
    posts.add(recorded(400, "inventory/source-items-post-unknown-source-400.json"));
    articles("LAMPE-44");
    Writer writer = writer();
    Write write = new Write("k", Write.Action.UPDATE, "", "LAMPE-44", content("LAMPE-44", "1"));
    writer.compare(List.of(new Writer.Draft(write.content(), write.content())));
    sources.remove("lager-sued");
    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> writer.write(List.of(write)));
    assertThat(thrown.fault()).isInstanceOf(Fault.Conflict.class);
    assertThat(writer.write(List.of(write)).getFirst()).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void piecesThatLeftWhileTheStockWasWrittenAreWrittenOnceMore() {
    JsonNode order = Recorded.json("orders/n-wholesale-tier/order.json");
    JsonNode closed =
        ModelJson.parse(order.toString().replace("\"state\":\"new\"", "\"state\":\"closed\""));
    orders.add(NONE);
    orders.add(Canned.of(200, "{\"items\": [" + order + "]}"));
    orders.add(Canned.of(200, "{\"items\": [" + closed + "]}"));
    assertThat(write("STUHL-EI").getFirst()).isInstanceOf(Fault.Conflict.class);
  }

  @Test
  void whereWebsitesSellFromSeveralStocksOnlyTheOrdersOfTheSetOneAreHeldBack() {
    stocks =
        """
        {"items": [
          {"stock_id": 2, "extension_attributes":
            {"sales_channels": [{"type": "website", "code": "base"}]}},
          {"stock_id": 3, "extension_attributes":
            {"sales_channels": [{"type": "website", "code": "fr"}]}}]}""";
    FaultException thrown = catchThrowableOfType(FaultException.class, () -> write("LAMPE-44"));
    assertThat(thrown.fault())
        .isInstanceOfSatisfying(
            Fault.Misconfigured.class,
            wrong -> assertThat(wrong.setting()).isEqualTo("shop.stock.website"));
    website = "fr";
    assertThat(write("LAMPE-44").getFirst()).isInstanceOf(Outcome.Written.class);
    assertThat(shop.asked).contains("/rest/all/V1/inventory/" + SOURCES + "/3");
    assertThat(shop.queries)
        .anyMatch(query -> query.contains("[field]=store_id&") && query.contains("[value]=5,6"));
  }

  @Test
  void whatTheShopWouldTakeAlthoughItIsWrongIsNotSent() {
    articles = "{\"sku\": \"JACKE\", \"type_id\": \"configurable\"}";
    List<Outcome> outcomes =
        writer()
            .write(
                Stream.of(content("JACKE", "5"), content("GIBTS-NICHT", "5"))
                    .map(c -> new Write("k", Write.Action.UPDATE, "", "", c))
                    .toList());
    assertThat(outcomes.getFirst()).isInstanceOf(Fault.Invalid.class);
    assertThat(outcomes.getLast()).isInstanceOf(Fault.Missing.class);
    articles("STUHL-EI");
    Write negative = new Write("k", Write.Action.UPDATE, "", "", content("STUHL-EI", "-3"));
    assertThat(writer().write(List.of(negative)).getFirst()).isInstanceOf(Outcome.Written.class);
    assertThat(
            ModelJson.parse(shop.posted.getFirst())
                .path("sourceItems")
                .path(0)
                .path("quantity")
                .asInt())
        .isZero();
  }
}
