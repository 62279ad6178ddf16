package dev.kontor.proof.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.demo.BusinessCentralCompany;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.MovedClock;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A price that ends with a day ends at the company's midnight, before and after a night of 23 or of
 * 25 hours, with the first poll.
 */
class ClockChangeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String UNTIL_SATURDAY = "N-1";
  private static final String UNTIL_SUNDAY = "N-2";

  /** At 19 %, by number: while the price lasts, and what the card says. */
  private static final BigDecimal REDUCED = new BigDecimal("11.90");

  private static final BigDecimal USUAL = new BigDecimal("23.80");

  /** Before midnight: the clock goes on while a poll is awaited, on the slowest machine, too. */
  private static final Duration SHORTLY = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(strings = {"2027-10-31", "2028-03-26"})
  void aPriceEndsAtMidnightWhateverTheNight(LocalDate sunday, @TempDir Path home) throws Exception {
    MovedClock clock = new MovedClock();
    clock.moveTo(at(sunday.minusDays(1), LocalTime.of(22, 0)));
    try (Merchant merchant =
        Merchant.moved(
            home, Json.array(), company(sunday), clock, yaml -> yaml, "products", "prices")) {
      merchant.openDoor();
      merchant.await(Await.PATIENCE, "both articles", () -> prices(merchant).size() == 2);
      merchant.hub().rest().await(Await.PATIENCE);
      assertThat(prices(merchant)).containsValues(REDUCED, REDUCED);

      arrive(merchant, at(sunday, LocalTime.MIN).minus(SHORTLY));
      assertPrices(merchant, REDUCED, REDUCED);
      arrive(merchant, at(sunday, LocalTime.MIN));
      assertPrices(merchant, USUAL, REDUCED);
      arrive(merchant, at(sunday, LocalTime.of(4, 0)));
      assertPrices(merchant, USUAL, REDUCED);
      arrive(merchant, at(sunday.plusDays(1), LocalTime.MIN).minus(SHORTLY));
      assertPrices(merchant, USUAL, REDUCED);
      arrive(merchant, at(sunday.plusDays(1), LocalTime.MIN));
      assertPrices(merchant, USUAL, USUAL);
    }
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(BERLIN).toInstant();
  }

  /** One poll begins after the moment; what it found is written. */
  private static void arrive(Merchant merchant, Instant moment) {
    merchant.moveTo(moment);
    merchant.hub().rest().awaitPoll("prices", Await.PATIENCE);
    merchant.await(Await.PATIENCE, "written", () -> merchant.hub().rest().open().isEmpty());
  }

  private static void assertPrices(Merchant merchant, BigDecimal saturday, BigDecimal sunday) {
    assertThat(prices(merchant))
        .isEqualTo(new TreeMap<>(Map.of(UNTIL_SATURDAY, saturday, UNTIL_SUNDAY, sunday)));
  }

  private static Map<String, BigDecimal> prices(Merchant merchant) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    merchant
        .truth()
        .articles(1)
        .forEach((sku, a) -> prices.put(sku, new BigDecimal(a.path("unitPrice").asString("0"))));
    return prices;
  }

  private static JsonNode company(LocalDate sunday) {
    ObjectNode company = (ObjectNode) BusinessCentralCompany.of(ShopwareGoods.assortment());
    ArrayNode items = company.putArray("items");
    for (String number : List.of(UNTIL_SATURDAY, UNTIL_SUNDAY)) {
      items
          .addObject()
          .put("number", number)
          .put("displayName", "Krug")
          .put("unitPrice", BigDecimal.valueOf(20))
          .put("vatProductGroup", "VAT19");
    }
    ArrayNode lines = company.putArray("priceListLines");
    lines.add(price(UNTIL_SATURDAY, 10_000, sunday.minusDays(1)));
    lines.add(price(UNTIL_SUNDAY, 20_000, sunday));
    return company;
  }

  private static ObjectNode price(String number, int line, LocalDate until) {
    return Json.object()
        .put("priceListCode", "SHOP")
        .put("lineNumber", line)
        .put("sourceType", "All Customers")
        .put("assetType", "Item")
        .put("assetNumber", number)
        .put("amountType", "Price")
        .put("unitPrice", BigDecimal.TEN)
        .put("endingDate", until.toString())
        .put("status", "Active");
  }
}
