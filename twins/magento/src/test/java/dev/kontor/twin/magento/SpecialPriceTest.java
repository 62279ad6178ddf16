package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Special prices in bulk: what does not hold is listed, the rest is stored. */
class SpecialPriceTest extends OnShelf {
  private static final String PATH = "products/special-price";

  private static String row(String sku, String price, int store, String from, String to) {
    return "{'sku':'%s','price':%s,'store_id':%d,'price_from':'%s','price_to':'%s'}"
        .formatted(sku, price, store, from, to);
  }

  private static final String GOOD =
      row("ISO-59", "49.9", 0, "2020-01-01 00:00:00", "2099-12-31 23:59:59");

  @Test
  void aPriceIsStoredToldAndEnded() {
    assertThat(shelf.ok("POST", PATH, "{'prices':[" + GOOD + "]}")).isEmpty();
    JsonNode product = shelf.get("products/ISO-59");
    assertThat(Shelf.attribute(product, "special_price")).isEqualTo("49.900000");
    assertThat(Shelf.attribute(product, "special_to_date")).isEqualTo("2099-12-31 23:59:59");
    JsonNode told = shelf.ok("POST", PATH + "-information", "{'skus':['ISO-59','LAMPE-44','X']}");
    assertThat(told.size()).isEqualTo(1);
    assertThat(told.path(0).path("price").decimalValue()).isEqualByComparingTo("49.9");
    assertThat(told.path(0).path("price_from").asString()).isEqualTo("2020-01-01 00:00:00");
    assertThat(shelf.ok("POST", PATH + "-delete", "{'prices':[" + GOOD + "]}")).isEmpty();
    assertThat(Shelf.attribute(shelf.get("products/ISO-59"), "special_price")).isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GIBTS-NICHT|1|0|2026-01-01 00:00:00|The product that was requested doesn't exist.",
        "JACKE|1|0|2026-01-01 00:00:00|The product that was requested doesn't exist.",
        "ISO-59|-1|0|2026-01-01 00:00:00|Invalid attribute Price = %price.",
        "ISO-59|1|1|2026-01-01 00:00:00|Could not change non global Price when price scope is"
            + " global.",
        "ISO-59|1|0|2026-01-01|Invalid attribute %label = %priceTo.",
        "ISO-59|1|0|2026-02-30 00:00:00|Invalid attribute %label = %priceTo.",
        "ISO-59|1|0|2026-01-01T00:00:00Z|Invalid attribute %label = %priceTo.",
      })
  void aRowThatDoesNotHoldIsListedAndTheOthersAreStored(
      String sku, String price, int store, String from, String message) {
    JsonNode failed =
        shelf.ok(
            "POST",
            PATH,
            "{'prices':["
                + row(sku, price, store, from, "")
                + ","
                + GOOD.replace("ISO-59", "LAMPE-44")
                + "]}");
    assertThat(failed.size()).isEqualTo(1);
    assertThat(failed.path(0).path("message").asString()).startsWith(message).contains("Row ID");
    assertThat(failed.path(0).path("parameters").toString()).contains(sku);
    assertThat(Shelf.attribute(shelf.get("products/LAMPE-44"), "special_price"))
        .isEqualTo("49.900000");
    assertThat(Shelf.attribute(shelf.get("products/ISO-59"), "special_price")).isEqualTo("absent");
  }
}
