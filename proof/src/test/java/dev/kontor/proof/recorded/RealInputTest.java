package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every recorded Shopware order goes through the hub into a Business Central twin, to the cent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealInputTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "shopware", "src", "test", "resources", "shopware-6.6.7");

  /** How the rounding line corrects net-price orders whose gross would differ. */
  private static final Map<String, String> ROUNDED =
      Map.of(
          "orders/b2b-net-company-vat.json", "a rounding line of -0.01 makes the gross equal",
          "orders/sixty-lines-net.json", "a rounding line of 0.01 makes the gross equal");

  private RecordedMerchant merchant;
  private JsonNode expected;
  private Map<String, JsonNode> inErp;

  @BeforeAll
  void carryAllOrders(@TempDir Path home) throws Exception {
    expected = Json.parse(Files.readAllBytes(RECORDINGS.resolve("expected.json")));
    merchant = new RecordedMerchant(home.resolve("hub"), RECORDINGS);
    merchant.carryAll(Await.PATIENCE);
    inErp = merchant.inErp();
  }

  @AfterAll
  void stop() {
    merchant.close();
  }

  private static String number(JsonNode order) {
    return order.path("order_number").asString();
  }

  private static boolean isCancelled(JsonNode order) {
    return order.path("order_status").asString().equals("cancelled");
  }

  /** What is to be said of recorded orders that are in the ERP, by file; null says nothing. */
  private Map<String, String> said(
      Map<String, JsonNode> erp, BiFunction<JsonNode, JsonNode, @Nullable String> what) {
    Map<String, String> said = new TreeMap<>();
    for (Map.Entry<String, JsonNode> recorded : expected.properties()) {
      JsonNode order = recorded.getValue();
      JsonNode there = erp.get("SW-" + number(order));
      String text = there == null ? null : what.apply(order, there);
      if (text != null) {
        said.put(recorded.getKey(), text);
      }
    }
    return said;
  }

  @Test
  void everyOrderThatLivesIsInTheErpOnce() {
    assertThat(inErp.keySet())
        .containsExactlyInAnyOrderElementsOf(
            expected
                .valueStream()
                .filter(o -> !isCancelled(o))
                .map(o -> "SW-" + number(o))
                .toList());
  }

  @Test
  void grossEqualsTheShopToTheCent() {
    assertThat(
            said(
                inErp,
                (order, there) -> {
                  BigDecimal gross = there.path("totalAmountIncludingTax").decimalValue();
                  BigDecimal shop = new BigDecimal(order.path("gross_total").asString());
                  return gross.compareTo(shop) == 0 ? null : shop + " is " + gross + " in the ERP";
                }))
        .isEmpty();
  }

  @Test
  void netPriceOrdersWhoseGrossWouldDifferGetARoundingLine() {
    assertThat(said(inErp, (order, there) -> roundingLine(merchant.detail(number(order)))))
        .isEqualTo(ROUNDED);
  }

  private static @Nullable String roundingLine(String detail) {
    int at = detail.indexOf("a rounding line");
    return at < 0 ? null : detail.substring(at, detail.indexOf(';', at));
  }

  @Test
  void everyCentThatPostingWillDifferIsNamedPerRateWithItsCause() {
    inErp.values().forEach(merchant::invoice);
    Map<String, JsonNode> posted = merchant.inErp();
    assertThat(posted).hasSize(20);
    assertThat(
            said(
                posted,
                (order, invoice) -> {
                  NamedDifference foretold =
                      NamedDifference.foretold(merchant.detail(number(order)));
                  NamedDifference there = NamedDifference.posted(invoice, order);
                  return there.isSameAs(foretold) ? null : there + ", foretold " + foretold;
                }))
        .isEmpty();
  }

  @Test
  void ordersCancelledBeforeTransferAreSkippedWithThatReason() {
    assertThat(inErp).doesNotContainKey("SW-10020");
    JsonNode cancelled =
        Objects.requireNonNull(merchant.shop().orders().get("orders/cancelled.json"));
    assertThat(merchant.hub().hub().desk().bySource("shop", cancelled.path("id").asString()))
        .extracting(DeskStore.Entry::state, DeskStore.Entry::reason)
        .containsExactly(Tuple.tuple("skipped", "cancelled before transfer"));
  }

  @Test
  void shopsAreToldTheErpsNumber() {
    assertThat(merchant.shop().written()).hasSameSizeAs(inErp);
    assertThat(merchant.shop().written().values())
        .allSatisfy(
            w ->
                assertThat(w.path("customFields").path("kontor_erp_order_number").asString())
                    .isNotBlank());
  }
}
