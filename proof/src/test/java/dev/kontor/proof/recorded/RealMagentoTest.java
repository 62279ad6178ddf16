package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every recorded Magento order goes through the hub into a Business Central twin, to the cent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMagentoTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  private static final String CANCELLED = "000000040";
  private static final String ON_HOLD = "000000042";
  private static final String FRACTIONS = "000000002";
  private RecordedMagento shop;
  private MagentoMerchant merchant;
  private Map<String, JsonNode> inErp;

  @BeforeAll
  void carryAllOrders(@TempDir Path home) throws IOException {
    shop = new RecordedMagento(RECORDINGS, number -> true);
    merchant = new MagentoMerchant(home.resolve("hub"), shop, "round");
    merchant.orders().carryAll(Await.PATIENCE);
    inErp = merchant.inErp();
  }

  @AfterAll
  void stop() {
    merchant.close();
  }

  private static BigDecimal gross(JsonNode truth) {
    return truth.path("grand_total_gross").decimalValue().setScale(2, RoundingMode.HALF_UP);
  }

  @Test
  void whatMayNotLeaveTheShopIsSkippedWithItsReason() {
    assertThat(inErp).hasSize(38).doesNotContainKeys(CANCELLED, ON_HOLD);
    assertThat(merchant.orders().reason(CANCELLED)).isEqualTo("skipped: cancelled before transfer");
    assertThat(merchant.orders().reason(ON_HOLD)).isEqualTo("skipped: carries tag holded");
  }

  @Test
  void grossEqualsTheShopToTheCent() {
    assertThat(inErp)
        .allSatisfy(
            (number, order) ->
                assertThat(order.path("totalAmountIncludingTax").decimalValue())
                    .isEqualByComparingTo(gross(Objects.requireNonNull(shop.truth().get(number)))));
  }

  @Test
  void everyCentThatPostingDiffersIsNamedPerRateWithItsCause() {
    inErp.values().forEach(merchant::invoice);
    Map<String, JsonNode> posted = merchant.inErp();
    Map<String, String> unnamed = new TreeMap<>();
    posted.forEach(
        (number, invoice) -> {
          NamedDifference foretold = NamedDifference.foretold(merchant.orders().detail(number));
          NamedDifference there =
              NamedDifference.posted(invoice, Objects.requireNonNull(shop.truth().get(number)));
          if (!number.equals(FRACTIONS) && !there.isSameAs(foretold)) {
            unnamed.put(number, there + ", foretold " + foretold);
          }
        });
    assertThat(posted).hasSize(38);
    assertThat(unnamed).isEmpty();
  }

  @Test
  void theShopIsToldTheErpsNumberOnce() {
    assertThat(shop.written()).hasSize(38);
    assertThat(shop.written().values())
        .allSatisfy(
            told -> {
              String number = told.path("ext").asString();
              assertThat(told.path("comments")).hasSize(1);
              assertThat(told.path("comments").path(0).asString()).isEqualTo("ERP order " + number);
            });
  }

  /** Unless they are to be rounded. */
  @Test
  void fractionsOfACentAreHeldWithTheExplanation(@TempDir Path home) throws IOException {
    RecordedMagento one = new RecordedMagento(RECORDINGS, FRACTIONS::equals);
    try (MagentoMerchant held = new MagentoMerchant(home.resolve("hub"), one, "keep")) {
      held.orders().carryAll(Await.PATIENCE);
      assertThat(held.inErp()).isEmpty();
      assertThat(held.orders().reason(FRACTIONS)).startsWith("dead: ").contains("198.335");
    }
  }
}
