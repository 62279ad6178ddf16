package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PricesOnTwinTest extends OnTwin {

  private final Flow prices = new Flow(writer(EntityType.PRICE));

  private void write(String number, JsonNode content) {
    prices.written(Write.Action.UPDATE, number, content);
  }

  private String paid(String number, String look) {
    return shop.shown(number, look).path("unitPrice").asString();
  }

  private static ObjectNode sheet(
      ObjectNode content, String audience, String code, String currency, String... breaks) {
    ObjectNode sheet = content.withArrayProperty("sheets").addObject();
    sheet.put("audience", audience).put("code", code).put("currency", currency);
    ArrayNode list = sheet.putArray("breaks");
    for (String one : breaks) {
      String[] parts = one.split(" ");
      ObjectNode row = list.addObject().put("from", parts[0]);
      row.putObject("price").put("gross", parts[1]).put("net", parts[2]);
    }
    return content;
  }

  private static ObjectNode list(String number) {
    return Contents.json("{\"productNumber\":\"" + number + "\",\"sheets\":[]}");
  }

  @Test
  void everybodyPaysTheWrittenPricePerCurrency() {
    String number = shop.product().number();
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00");
    sheet(list, "EVERYBODY", "", "CHF", "1 12.50 12.50");
    write(number, list);
    assertThat(paid(number, "")).isEqualTo("11.90");
    assertThat(paid(number, "group=B2B")).isEqualTo("10.00");
    assertThat(paid(number, "currency=CHF")).isEqualTo("12.50");
    assertThat(shop.search("product-price", "productId", id(number))).isEmpty();
  }

  private String id(String number) {
    return shop.search("product", "productNumber", number).path(0).path("id").asString();
  }

  @Test
  void aGroupPaysItsPriceAtEachQuantity() {
    String number = shop.product().number();
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00", "10 10.71 9.00");
    sheet(list, "CUSTOMER_GROUP", "TRADE", "EUR", "1 9.52 8.00", "5 8.33 7.00", "20 7.14 6.00");
    write(number, list);
    assertThat(paid(number, "quantity=9")).isEqualTo("11.90");
    assertThat(paid(number, "quantity=10")).isEqualTo("10.71");
    assertThat(paid(number, "group=B2B&quantity=4")).isEqualTo("8.00");
    assertThat(paid(number, "group=B2B&quantity=5")).isEqualTo("7.00");
    assertThat(paid(number, "group=B2B&quantity=19")).isEqualTo("7.00");
    assertThat(paid(number, "group=B2B&quantity=20")).isEqualTo("6.00");
  }

  /** A currency in which the group has no price of its own shows what everybody pays there. */
  @Test
  void aCurrencyWithoutPriceOfTheGroupIsEverybodys() {
    String number = shop.product().number();
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00");
    sheet(list, "EVERYBODY", "", "CHF", "1 14.00 13.00", "3 13.50 12.50");
    sheet(list, "CUSTOMER_GROUP", "TRADE", "EUR", "1 9.52 8.00", "5 8.33 7.00");
    write(number, list);
    assertThat(paid(number, "group=B2B&quantity=3&currency=CHF")).isEqualTo("12.50");
    assertThat(paid(number, "group=B2B&quantity=3")).isEqualTo("8.00");
    assertThat(paid(number, "group=B2B&quantity=5")).isEqualTo("7.00");
  }

  @Test
  void oneCustomersPriceComesBeforeTheGroups() {
    JsonNode known =
        shop.control(
            "POST",
            "/_twin/shop/customers",
            Contents.json("{\"email\":\"k@firma.example\",\"group\":\"b2b\"}"));
    String customer =
        shop.search("customer", "email", "k@firma.example")
            .path(0)
            .path("customerNumber")
            .asString();
    assertThat(known.isObject()).isTrue();
    String number = shop.product().number();
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00");
    sheet(list, "CUSTOMER_GROUP", "TRADE", "EUR", "1 9.52 8.00");
    sheet(list, "CUSTOMER", customer, "EUR", "1 5.95 5.00");
    write(number, list);
    assertThat(paid(number, "customer=" + customer)).isEqualTo("5.00");
    assertThat(paid(number, "group=B2B")).isEqualTo("8.00");
  }

  @Test
  void oldPricesGoAndThoseOfTheShopsPeopleStay() {
    String number = shop.product().number();
    String product = id(number);
    String theirs = Ids.of("their price");
    shop.admin(
        "POST",
        "/api/product-price",
        Contents.json(
            """
            {"id":"%s","productId":"%s","ruleId":"dddddddddddddddddddddddddddddd01",
             "quantityStart":50,"price":[{"currencyId":"%s","gross":1,"net":1,"linked":false}]}"""
                .formatted(theirs, product, Ids.DEFAULT_CURRENCY)));
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00", "10 10.71 9.00");
    write(number, list);
    assertThat(shop.search("product-price", "productId", product)).hasSize(3);
    write(number, list);
    assertThat(shop.search("product-price", "productId", product)).as("again").hasSize(3);
    write(number, sheet(list(number), "EVERYBODY", "", "EUR", "1 8.00 6.72"));
    assertThat(shop.search("product-price", "productId", product))
        .hasSize(1)
        .allMatch(row -> row.path("id").asString().equals(theirs));
  }

  /** A variant without rows of its own would inherit the article's, with the article's price. */
  @Test
  void aVariantPaysItsOwnPriceWhereItsArticleHasBreaks() {
    new Flow(writer(EntityType.PRODUCT)).written(Write.Action.CREATE, null, Contents.shirt("H-9"));
    write("H-9", sheet(list("H-9"), "EVERYBODY", "", "EUR", "1 23.80 20.00", "5 11.90 10.00"));
    write("H-9-XL", sheet(list("H-9-XL"), "EVERYBODY", "", "EUR", "1 30.94 26.00"));
    assertThat(paid("H-9-XL", "quantity=5")).isEqualTo("30.94");
    assertThat(paid("H-9-M", "quantity=5")).isEqualTo("11.90");
  }

  /** Where a price flow runs the article's list price must not come back with its next change. */
  @Test
  void theArticleFlowLeavesThePriceAlone() {
    Flow articles = new Flow(writer(EntityType.PRODUCT));
    String id = articles.written(Write.Action.CREATE, null, Contents.article("A-9", "Artikel"));
    write("A-9", sheet(list("A-9"), "EVERYBODY", "", "EUR", "1 11.90 10.00"));
    articles.written(Write.Action.UPDATE, id, Contents.article("A-9", "Umbenannt"));
    assertThat(paid("A-9", "")).isEqualTo("11.90");
    assertThat(shop.shown("A-9").path("name").asString()).isEqualTo("Umbenannt");
  }

  @Test
  void aPriceBeforeItsProductWaits() {
    assertThat(
            prices.run(Write.Action.UPDATE, "SPAETER", Contents.price("SPAETER", "1.19", "1.00")))
        .isInstanceOfSatisfying(
            Fault.Missing.class,
            missing -> {
              assertThat(missing.type()).isEqualTo(EntityType.PRODUCT);
              assertThat(missing.key()).isEqualTo("SPAETER");
            });
  }

  @Test
  void aPriceGroupTheSettingsDoNotNameIsLeftOutAndSaid() {
    String number = shop.product().number();
    ObjectNode list = list(number);
    sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00");
    sheet(list, "CUSTOMER_GROUP", "STAFF", "EUR", "1 5.95 5.00");
    write(number, list);
    assertThat(prices.notes).anyMatch(note -> note.contains("STAFF"));
    assertThat(paid(number, "")).isEqualTo("11.90");
  }

  @Test
  void moreAudiencesThanTheShopConsidersAreHeld() {
    String number = shop.product().number();
    ObjectNode list = list(number);
    for (int i = 0; i < 101; i++) {
      sheet(list, "CUSTOMER", "K-" + i, "EUR", "1 11.90 10.00");
    }
    assertThat(prices.run(Write.Action.UPDATE, number, list))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            fault -> assertThat(fault.problem()).contains("101").contains("prices.customers"));
  }

  @Test
  void aThousandArticlesAreFifteenCallsAndOnlyOneOfThemTheRule() {
    List<Write> writes = new ArrayList<>();
    for (String number : shop.products(1_000)) {
      ObjectNode list = list(number);
      sheet(list, "EVERYBODY", "", "EUR", "1 11.90 10.00", "10 10.71 9.00");
      writes.add(new Write(number, Write.Action.UPDATE, number, number, list));
    }
    meter.reset();
    int size = writer(EntityType.PRICE).maxBatch();
    for (int from = 0; from < writes.size(); from += size) {
      assertThat(writer(EntityType.PRICE).write(writes.subList(from, from + size)))
          .allMatch(outcome -> outcome instanceof Outcome.Written);
    }
    assertThat(meter.writes).hasValue(5);
    assertThat(meter.reads.get()).isLessThanOrEqualTo(11);
    assertThat(paid("MANY-999", "quantity=10")).isEqualTo("10.71");
  }

  @Test
  void aProductDeletedMeanwhileIsMissingAndNotAMissingRight() {
    try (Connector least = new ShopwareProvider().connect(bench.leastRights(), meter)) {
      for (Writer any :
          List.of(writer(EntityType.PRICE), least.writer(EntityType.PRICE).orElseThrow())) {
        Placed gone = shop.product();
        Placed stays = shop.product();
        meter.beforeWrite(() -> bench.delete(EntityType.PRODUCT, gone));
        List<Outcome> outcomes = any.write(List.of(update(gone.number()), update(stays.number())));
        assertThat(outcomes.getFirst()).isInstanceOf(Fault.Missing.class);
        assertThat(has("product", gone.id())).as("made anew by the upsert").isFalse();
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
      }
    }
  }

  private static Write update(String number) {
    return new Write(
        number, Write.Action.UPDATE, number, number, Contents.price(number, "2.38", "2.00"));
  }
}
