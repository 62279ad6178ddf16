package dev.kontor.connector.magento.price;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a real shop answered to prices. */
class RecordedPricesTest {

  private static final String ARTICLES =
      """
      {"items": [{"sku": "LAMPE-44", "type_id": "simple", "price": 44.439999999999998},
                 {"sku": "LATERNE-M", "type_id": "simple", "price": 24.9},
                 {"sku": "ISO-59", "type_id": "simple", "price": 59.9},
                 {"sku": "KOCHER-F1", "type_id": "simple", "price": 39.95}]}""";

  /** Of a shop with input limiting (magento/contract.md §4). */
  private static final Canned TOO_LONG =
      Canned.of(
          400,
          "{\"message\": \"Maximum items of type \\\"%type\\\" is %max\","
              + " \"parameters\": {\"type\": \"TierPrice[]\", \"max\": 2}}");

  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1));
  private int most = 100;
  private Canned tiers = Canned.of(200, "[]");
  private final CannedShop shop = new CannedShop(this::answer);

  @AfterEach
  void close() {
    shop.close();
    toolbox.close();
  }

  private Canned answer(String call) {
    return switch (call) {
      case "GET /directory/currency" -> Canned.of(200, "{\"base_currency_code\": \"EUR\"}");
      case "GET /products" -> Canned.of(200, ARTICLES);
      case "POST /products/tier-prices-information" ->
          isTooLong("skus")
              ? TOO_LONG
              : new Canned(200, Recorded.bytes("pricing/tier-prices-information.json"));
      case "POST /products/tier-prices" -> isTooLong("prices") ? TOO_LONG : tiers;
      default -> Canned.of(200, "[]");
    };
  }

  private boolean isTooLong(String list) {
    return ModelJson.parse(shop.posted.getLast()).path(list).size() > most;
  }

  private Writer writer() {
    Connector connector =
        new MagentoProvider()
            .connect(
                new Settings(
                    "shop",
                    ModelJson.parse(
                        """
                        {"url": "%s", "bearerToken": "t", "catalogPrices": "net",
                         "prices": {"groups": {"GH": "Wholesale"}}}"""
                            .formatted(shop.url()))),
                toolbox);
    return connector.writer(EntityType.PRICE).orElseThrow();
  }

  private static JsonNode content(String sku, String from, String price) {
    return ModelJson.parse(
        """
        {"sku": "%s", "sheets": [{"audience": "CUSTOMER_GROUP", "code": "GH", "currency": "EUR",
         "breaks": [{"from": "%s", "price": {"gross": "99.00", "net": "%s"}}]}]}"""
            .formatted(sku, from, price));
  }

  private static List<Write> writes() {
    return Stream.of("LAMPE-44", "LATERNE-M", "ISO-59")
        .map(sku -> new Write("k", Write.Action.UPDATE, "", sku, content(sku, "10", "20.00")))
        .toList();
  }

  @Test
  void eachFailedRowIsItsArticlesAndTheOthersAreWritten() {
    tiers = new Canned(200, Recorded.bytes("pricing/tier-prices-post-partial-failure.json"));
    List<Outcome> outcomes = writer().write(writes());
    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.problem()).contains("Customer Group", "Fachhändler"));
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, invalid -> assertThat(invalid.problem()).contains("Price", "-5"));
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void aShopThatLimitsListsIsAskedInParts() {
    most = 2;
    assertThat(writer().write(writes())).allMatch(outcome -> outcome instanceof Outcome.Written);
  }

  @Test
  void anArticleThatWentAwayMeanwhileIsLookedForAnew() {
    tiers = new Canned(404, Recorded.bytes("pricing/tier-prices-post-unknown-sku-404.json"));
    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> writer().write(writes()));
    assertThat(thrown.fault()).isInstanceOf(Fault.Conflict.class);
  }

  @Test
  void recordedTiersAreReadByGroupAndQuantity() {
    JsonNode same = content("KOCHER-F1", "1", "31.5000");
    JsonNode other = content("KOCHER-F1", "1", "31.00");
    assertThat(writer().compare(List.of(new Writer.Draft(same, same))).getFirst())
        .isEqualTo(Standing.SAME);
    assertThat(writer().compare(List.of(new Writer.Draft(other, other))).getFirst())
        .isInstanceOf(Standing.Other.class);
  }
}
