package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineOption;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderLine;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.twin.magento.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What buyers choose of an article goes with their orders, and stock stays the article's. */
class ChosenOptionsOnTwinTest {

  private static final String SOLD = "ISO-59";
  private static final String GOODS =
      """
      {"customer": {"email": "kunde@kunde.example"},
       "billing": {"firstname": "Änne", "lastname": "Großkopf", "street": ["Talweg 3"],
                   "postcode": "89073", "city": "Ulm", "country_id": "DE",
                   "telephone": "0731 1"}}\
      """;

  private final List<Connector> connectors = new ArrayList<>();
  private MagentoBench bench = new MagentoBench();

  @AfterEach
  void stop() {
    connectors.forEach(Connector::close);
    bench.close();
  }

  private TwinShop shop() {
    return bench.shop();
  }

  private Connector connector(Settings settings) {
    Connector connector = new MagentoProvider().connect(settings, bench.toolbox());
    connectors.add(connector);
    return connector;
  }

  private Settings dropping() {
    return bench.with("optionNumbers", "\"drop\"");
  }

  private JsonNode option(String sku, String fields) {
    String body = "{\"option\": {\"product_sku\": \"%s\", %s}}".formatted(sku, fields);
    return shop().admin("POST", "/rest/all/V1/products/options", ModelJson.parse(body));
  }

  private static String id(JsonNode option) {
    return option.path("option_id").asString();
  }

  /** A text and a choice whose number is added to the article's. */
  private List<JsonNode> options(String sku) {
    return List.of(
        option(
            sku,
            """
            "title": "Gravur", "type": "field", "sort_order": 1, "is_require": false,
            "price": 5, "price_type": "fixed", "sku": "GRAV\""""),
        option(
            sku,
            """
            "title": "Farbe", "type": "drop_down", "sort_order": 2, "is_require": false,
            "values": [{"title": "Rot", "sort_order": 1, "price": 2, "price_type": "fixed",
             "sku": "ROT"}]"""));
  }

  private Placed order(String sku, int pieces, List<JsonNode> options, String text) {
    ObjectNode wish = (ObjectNode) ModelJson.parse(GOODS);
    wish.putArray("lines")
        .addObject()
        .put("sku", sku)
        .put("qty", pieces)
        .putObject("options")
        .put(id(options.get(0)), text)
        .put(
            id(options.get(1)),
            options.get(1).path("values").path(0).path("option_type_id").asString());
    return shop().order(wish);
  }

  private List<OrderLine> lines(Connector connector, Placed order) {
    Document document =
        connector.reader(EntityType.ORDER).orElseThrow().fetch(List.of(order.id())).getFirst();
    return new TranslatedOrder(Objects.requireNonNull(document.content())).goods();
  }

  private static Outcome write(Connector connector, EntityType type, String id, JsonNode content) {
    Write write = new Write("k", Write.Action.UPDATE, "", id, content);
    return connector.writer(type).orElseThrow().write(List.of(write)).getFirst();
  }

  @Test
  void itIsReadInTheShopsWordsWithOneCallMore() {
    Placed order = order(SOLD, 2, options(SOLD), "Für Anna");
    long before = shop().calls("GET", "/rest/all/V1/products");
    OrderLine line = lines(connector(bench.settings()), order).getFirst();
    assertThat(line.options())
        .containsExactly(new LineOption("Gravur", "Für Anna"), new LineOption("Farbe", "Rot"));
    assertThat(line.sku()).isEqualTo("ISO-59-GRAV-ROT");
    assertThat(shop().calls("GET", "/rest/all/V1/products") - before).isOne();
  }

  @Test
  void aSearchThatShowsNoOptionsIsFollowedByALookAtTheArticle() {
    Placed order = order(SOLD, 1, options(SOLD), "Für Anna");
    shop().searchShowsOptions(false);
    assertThat(lines(connector(bench.settings()), order).getFirst().chosen())
        .isEqualTo("Gravur: Für Anna, Farbe: Rot");
  }

  @Test
  void whatTheShopHasNoWordsForAnyMoreIsToldByItsIds() {
    List<JsonNode> options = options(SOLD);
    Placed order = order(SOLD, 1, options, "Für Anna");
    shop()
        .admin(
            "DELETE", "/rest/all/V1/products/" + SOLD + "/options/" + id(options.getFirst()), null);
    assertThat(lines(connector(bench.settings()), order).getFirst().options())
        .containsExactly(
            new LineOption("Farbe", "Rot"),
            new LineOption("option " + id(options.getFirst()), "Für Anna"));
  }

  @Test
  void itsNumberIsTakenOffWhereTheSettingsSaySo() {
    Placed simple = order(SOLD, 1, options(SOLD), "Für Anna");
    Connector connector = connector(dropping());
    assertThat(lines(connector, simple)).extracting(OrderLine::sku).containsExactly(SOLD);
    Placed variant = order("JACKE-TAN-L", 1, options("JACKE"), "Für Anna");
    OrderLine line = lines(connector, variant).getFirst();
    assertThat(line.sku()).isEqualTo("JACKE-TAN-L");
    assertThat(line.chosen()).isEqualTo("Gravur: Für Anna, Farbe: Rot");
  }

  @Test
  void withoutTheRightToReadArticlesOnlyOrdersWithOptionsAreHeld() {
    bench.close();
    bench =
        new MagentoBench(
            "Magento_Sales::actions_view",
            "Magento_Sales::sales_invoice",
            "Magento_Sales::shipment",
            "Magento_Sales::sales_creditmemo",
            "Magento_Sales::comment");
    Placed chosen = order(SOLD, 1, options(SOLD), "Für Anna");
    Placed other = shop().order(SOLD, 1);
    ObjectNode least = ModelJson.mapper().createObjectNode();
    least.put("url", shop().uri().toString()).put("bearerToken", Options.TOKEN);
    Connector connector = connector(new Settings("shop", least));
    assertThat(connector.check())
        .filteredOn(finding -> finding.severity() == Finding.Severity.WARNING)
        .extracting(Finding::subject)
        .containsExactly("right to read articles");
    List<Document> both =
        new ArrayList<>(
            connector
                .reader(EntityType.ORDER)
                .orElseThrow()
                .fetch(List.of(chosen.id(), other.id())));
    both.sort(Comparator.comparing(Document::number));
    TranslatedOrder held = new TranslatedOrder(Objects.requireNonNull(both.get(0).content()));
    assertThatThrownBy(held::lines)
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("product_option")
        .hasMessageContaining("Magento_Catalog::products");
    assertThat(new TranslatedOrder(Objects.requireNonNull(both.get(1).content())).goods())
        .hasSize(1);
  }

  @Test
  void anArticleThatTheHubWritesKeepsWhatBuyersCanChoose() {
    options(SOLD);
    JsonNode content = ProductSamples.content(SOLD, "Another name");
    assertThat(write(connector(bench.settings()), EntityType.PRODUCT, SOLD, content))
        .isInstanceOf(Outcome.Written.class);
    JsonNode article = shop().product("all", SOLD);
    assertThat(article.path("name").asString()).isEqualTo("Another name");
    assertThat(article.path("options")).hasSize(2);
  }

  @Test
  void stockIsTheArticlesWhateverWasChosen() {
    order(SOLD, 3, options(SOLD), "Für Anna");
    shop().order(SOLD, 1);
    ObjectNode content = ModelJson.mapper().createObjectNode();
    content.put("sku", SOLD).put("quantity", "7");
    assertThat(write(connector(bench.settings()), EntityType.STOCK, SOLD, content))
        .isInstanceOf(Outcome.Written.class);
    assertThat(shop().salable(SOLD)).isEqualTo(7);
  }

  private Outcome shipped(Connector connector, Placed order, String sku) {
    ObjectNode event =
        (ObjectNode)
            ModelJson.parse(
                """
                {"kind": "SHIPPED", "erpState": "COMPLETED", "shipment": {"number": "S1",
                 "carrier": "DHL", "trackingCodes": ["T1"]}}""");
    event.put("orderId", order.id());
    ((ObjectNode) event.path("shipment"))
        .putArray("lines")
        .addObject()
        .put("sku", sku)
        .put("quantity", "2");
    return write(connector, EntityType.ORDER_PROGRESS, order.id(), event);
  }

  private int shippedPieces(Placed order) {
    return shop().truth(order.id()).path("items").path(0).path("shipped").asInt();
  }

  @Test
  void whatTheErpShipsIsFoundUnderTheNumberItKnows() {
    List<JsonNode> options = options(SOLD);
    Placed kept = order(SOLD, 2, options, "Für Anna");
    assertThat(shipped(connector(bench.settings()), kept, "ISO-59-GRAV-ROT"))
        .isInstanceOf(Outcome.Written.class);
    assertThat(shippedPieces(kept)).isEqualTo(2);
    Placed dropped = order(SOLD, 2, options, "Für Bert");
    Connector connector = connector(dropping());
    assertThat(shipped(connector, dropped, SOLD)).isInstanceOf(Outcome.Written.class);
    assertThat(shipped(connector, dropped, SOLD)).isInstanceOf(Outcome.Written.class);
    assertThat(shippedPieces(dropped)).isEqualTo(2);
  }
}
