package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Recorded Magento orders go through the hub into a Finance & Operations twin, to the cent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMagentoToFinanceTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  private static final Set<String> NEVER = Set.of("000000040", "000000042");

  private static final String FRACTIONS = "000000002";
  private RecordedMagento shop;
  private FinanceMerchant merchant;
  private Map<String, JsonNode> inErp;

  @BeforeAll
  void carryAllOrders(@TempDir Path home) throws IOException {
    shop = new RecordedMagento(RECORDINGS, number -> true);
    merchant = new FinanceMerchant(home.resolve("hub"), shop);
    merchant.orders().carryAll(Await.PATIENCE);
    inErp = merchant.inErp();
  }

  @AfterAll
  void stop() {
    merchant.close();
  }

  @Test
  void everyOrderThatMayLeaveTheShopIsThereOnceOrHeldWithItsReason() {
    Map<String, String> held = new TreeMap<>();
    shop.truth().keySet().stream()
        .filter(number -> !inErp.containsKey(number))
        .forEach(number -> held.put(number, merchant.orders().reason(number)));
    assertThat(held.keySet()).as("%s", held).isEqualTo(NEVER);
  }

  @Test
  void grossEqualsTheShopToTheCent() {
    assertThat(inErp)
        .allSatisfy(
            (number, order) ->
                assertThat(order.path("OrderTotalAmount").decimalValue())
                    .isEqualByComparingTo(gross(number)));
  }

  private BigDecimal gross(String number) {
    return truth(number).path("grand_total_gross").decimalValue().setScale(2, RoundingMode.HALF_UP);
  }

  private JsonNode truth(String number) {
    return Objects.requireNonNull(shop.truth().get(number));
  }

  @Test
  void everyCentOfNetAndTaxThatDiffersIsNamedWithItsCause() {
    Map<String, String> unnamed = new TreeMap<>();
    inErp.forEach(
        (number, order) -> {
          BigDecimal tax = order.path("OrderTotalTaxAmount").decimalValue();
          BigDecimal net = order.path("OrderTotalAmount").decimalValue().subtract(tax);
          NamedDifference there = NamedDifference.of(net, tax, truth(number));
          NamedDifference foretold = NamedDifference.foretold(merchant.orders().detail(number));
          if (!number.equals(FRACTIONS) && !there.isSameAs(foretold)) {
            unnamed.put(number, there + ", foretold " + foretold);
          }
        });
    assertThat(unnamed).isEmpty();
  }

  @Test
  void theShopIsToldTheErpsNumberOnce() {
    assertThat(shop.written()).hasSize(inErp.size());
    assertThat(shop.written().values())
        .allSatisfy(
            told -> {
              String number = told.path("ext").asString();
              assertThat(told.path("comments").path(0).asString()).isEqualTo("ERP order " + number);
            });
  }

  /** Header and lines are calls of their own, each of which may be lost or late. */
  @Test
  @EnabledIfSystemProperty(named = "kontor.full", matches = "true")
  void lostAndLateAnswersLeaveEachOrderOnceAndWhole(@TempDir Path home) throws IOException {
    RecordedMagento some =
        new RecordedMagento(RECORDINGS, number -> number.matches("00000001[0-9]"));
    try (FinanceMerchant disturbed = new FinanceMerchant(home.resolve("hub"), some)) {
      disturbed
          .dials()
          .only("/data")
          .set("seed", 7)
          .set("dropAnswerProbability", "0.05")
          .set("lateCommitProbability", "0.04")
          .set("lateCommitMs", 500);
      disturbed.orders().carryAll(Await.PATIENCE);
      disturbed.dials().reset();
      Map<String, JsonNode> there = disturbed.inErp();
      assertThat(there.keySet()).isEqualTo(some.truth().keySet());
      assertThat(there)
          .allSatisfy(
              (number, order) ->
                  assertThat(order.path("OrderTotalAmount").decimalValue())
                      .isEqualByComparingTo(gross(number)));
    }
  }
}
