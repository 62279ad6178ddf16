package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Articles cost in the shop what the source says, and what others set for other groups stays. */
class PriceOnTwinTest {

  private static final String EVERYBODY =
      """
      {"audience": "EVERYBODY", "code": null, "currency": "EUR", "breaks": [
        {"from": "1", "price": {"gross": "44.44", "net": "37.34"}},
        {"from": "10", "price": {"gross": "39.90", "net": "33.53"}}]}""";

  private static final String GROUP =
      """
      {"audience": "CUSTOMER_GROUP", "code": "GH", "currency": "EUR", "breaks": [
        {"from": "0", "price": {"gross": "40.00", "net": "33.61"}},
        {"from": "2.5", "price": {"gross": "35.00", "net": "29.41"}}]}""";

  private final MagentoBench bench = new MagentoBench();
  private final TwinShop shop = bench.shop();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());
  private final Writer writer = connector.writer(EntityType.PRICE).orElseThrow();

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }

  private static JsonNode content(String sku, String... sheets) {
    return ModelJson.parse(
        "{\"sku\": \"%s\", \"sheets\": [%s]}".formatted(sku, String.join(",", sheets)));
  }

  private List<Outcome> write(JsonNode... contents) {
    return writer.write(
        Stream.of(contents)
            .map(c -> new Write("k", Write.Action.UPDATE, "", c.path("sku").asString(), c))
            .toList());
  }

  private void isWritten(JsonNode content) {
    assertThat(write(content)).singleElement().isInstanceOf(Outcome.Written.class);
  }

  private Standing standing(JsonNode content) {
    return writer.compare(List.of(new Writer.Draft(content, content))).getFirst();
  }

  @Test
  void everybodyPaysTheBasePriceAndGroupsTheirTiers() {
    isWritten(content("LAMPE-44", EVERYBODY, GROUP));
    assertThat(shop.price("LAMPE-44")).isEqualByComparingTo("44.44");
    assertThat(shop.tiers("LAMPE-44"))
        .containsExactly("Wholesale 1 40", "Wholesale 2.5 35", "all groups 10 39.9");
  }

  @Test
  void aDiscountShowsTheListPriceAsBasePrice() {
    isWritten(
        content(
            "LAMPE-44",
            EVERYBODY.replaceFirst(
                "\"37.34\"\\}",
                "\"37.34\"}, \"listPrice\": {\"gross\": \"50\", \"net\": \"42\"}")));
    assertThat(shop.price("LAMPE-44")).isEqualByComparingTo("50");
    assertThat(shop.tiers("LAMPE-44")).containsExactly("all groups 1 44.44", "all groups 10 39.9");
  }

  @Test
  void whatIsNoLongerGoesAndWhatOthersSetStays() {
    isWritten(content("STUHL-EI", EVERYBODY, GROUP));
    assertThat(shop.tiers("STUHL-EI")).contains("Wholesale 4 15");
    isWritten(content("STUHL-EI", EVERYBODY.replace("\"10\"", "\"20\"")));
    assertThat(shop.tiers("STUHL-EI"))
        .containsExactly(
            "Wholesale 1 40", "Wholesale 2.5 35", "Wholesale 4 15", "all groups 20 39.9");
  }

  @Test
  void whatIsSoAlreadyIsNotWritten() {
    JsonNode content = content("LAMPE-44", EVERYBODY, GROUP);
    assertThat(standing(content)).isInstanceOf(Standing.Other.class);
    isWritten(content);
    assertThat(standing(content)).isEqualTo(Standing.SAME);
    long calls = writes();
    isWritten(content);
    assertThat(writes()).isEqualTo(calls);
  }

  private long writes() {
    return shop.calls("POST", "/rest/all/V1/products/tier-prices")
        + shop.calls("POST", "/rest/all/V1/products/tier-prices-delete")
        + shop.calls("POST", "/rest/all/V1/products/base-prices");
  }

  @Test
  void oneBadArticleKeepsOnlyItself() {
    List<Outcome> outcomes =
        write(
            content("LAMPE-44", EVERYBODY),
            content("GIBTS-NICHT", EVERYBODY),
            content("JACKE", EVERYBODY),
            content("ISO-59", EVERYBODY.replace("39.90", "-1")),
            content("LATERNE-M", EVERYBODY));
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get(1)).isInstanceOf(Fault.Missing.class);
    assertThat(outcomes.get(2)).isInstanceOf(Fault.Invalid.class);
    assertThat(outcomes.get(3)).isInstanceOf(Fault.Invalid.class);
    assertThat(outcomes.get(4)).isInstanceOf(Outcome.Written.class);
    assertThat(shop.price("LATERNE-M")).isEqualByComparingTo("44.44");
    assertThat(writes()).isEqualTo(2);
  }

  @Test
  void aFailedRowIsItsArticlesFault() {
    try (Connector wrong =
        new MagentoProvider()
            .connect(
                bench.with("prices", "{\"groups\": {\"GH\": \"Fachhändler\"}}"), bench.toolbox())) {
      List<Outcome> outcomes =
          wrong
              .writer(EntityType.PRICE)
              .orElseThrow()
              .write(
                  Stream.of(content("LAMPE-44", GROUP), content("ISO-59", EVERYBODY))
                      .map(c -> new Write("k", Write.Action.UPDATE, "", "", c))
                      .toList());
      assertThat(outcomes.getFirst())
          .isInstanceOfSatisfying(
              Fault.Invalid.class,
              invalid ->
                  assertThat(invalid.problem())
                      .contains("No such entity with Customer Group")
                      .contains("Fachhändler"));
      assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
    }
  }

  @Test
  void whatTheShopCannotKeepIsSaid() {
    Prepared prepared =
        writer.prepare(
            content(
                "LAMPE-44",
                GROUP.replace("\"GH\"", "\"VIP\""),
                GROUP.replace("CUSTOMER_GROUP", "CUSTOMER"),
                EVERYBODY.replace("EUR", "USD")),
            ModelJson.parse("{}"));
    assertThat(prepared)
        .isInstanceOfSatisfying(
            Prepared.Ready.class,
            ready ->
                assertThat(String.join("; ", ready.notes()))
                    .contains("group VIP")
                    .contains("single customers")
                    .contains("USD")
                    .contains("no price for everybody"));
  }
}
