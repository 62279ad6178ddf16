package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.ShopByHand;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a shop shows of stock past what the hub told it is found, named, mended and proved. {@link
 * PlantedDifferencesTest} has all flows in one run, this one looks closer.
 */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class ReconcileStockTest extends ServedHub {

  private static final BigDecimal MORE_THAN_A_SHOP_CAN_SHOW = new BigDecimal("3000000000");

  private static String stock(String yaml) {
    return yaml.replace("stock: {enabled: false", "stock: {enabled: true");
  }

  private void move(String sku, BigDecimal pieces) {
    operator.pair().erp().moveStock(sku, "MAIN", pieces);
  }

  private void awaitShown(Map<String, Integer> pieces) {
    operator.await(
        "stock shown " + pieces + ", now " + operator.pair().truth().shopStock(),
        () -> operator.pair().truth().shopStock().entrySet().containsAll(pieces.entrySet()));
    operator.rest("stock");
  }

  private Told reconcile(String... arguments) throws Exception {
    return operator.reconcile(
        Stream.concat(Stream.of("--flow=stock"), Arrays.stream(arguments)).toArray(String[]::new));
  }

  private static String found(int different, int waiting, int repaired) {
    return "stock compared=\\d\\d+ different=%d waiting=%d repaired=%d"
        .formatted(different, waiting, repaired);
  }

  @Test
  void everyDifferenceIsNamedByItsCauseAndWhatTheHubCanMendItMends() throws Exception {
    operator.serve(ReconcileStockTest::stock);
    operator.rest("stock");
    Told equal = reconcile();
    assertThat(equal.lastLine()).as(equal.all()).matches(found(0, 0, 0));
    assertThat(equal.status()).isZero();

    move("AH-1008", MORE_THAN_A_SHOP_CAN_SHOW);
    operator.awaitListed("a dead letter", m -> m.state().equals("dead"));
    operator.pair().shop().dials().only("/api/_action/sync").set("serverErrorProbability", 1);
    move("AH-1009", BigDecimal.ONE);
    operator.awaitListed("one waiting", m -> m.state().equals("retrying"));
    operator.stop();
    operator.pair().shop().dials().reset();
    ShopByHand clerk = new ShopByHand(operator.pair());
    clerk.setStock("AH-1004", 9);
    clerk.deleteArticle("AH-1006");
    new ErpByHand(operator.pair()).addVariant("AH-1007");
    move("AH-1003", BigDecimal.valueOf(-43));

    Map<String, String> byPeople =
        Map.of(
            "AH-1006", "sent, not there",
            "AH-1007", "gone here");
    Map<String, String> all = new TreeMap<>(byPeople);
    all.put("AH-1003", "never received");
    all.put("AH-1004", "changed there");
    all.put("AH-1008", "received, not sent");
    Told previewed = reconcile();
    assertThat(previewed.causes()).as(previewed.all()).isEqualTo(all);
    assertThat(previewed.lastLine()).matches(found(5, 1, 0));
    assertThat(previewed.out())
        .contains("500 by the rule, shop shows 9; --repair has it written anew")
        .contains("457 by the rule, shop shows 500; --repair has it written anew");
    assertThat(previewed.status()).isEqualTo(1);

    Told repaired = reconcile("--repair", "--by=Erika");
    assertThat(repaired.lastLine()).as(repaired.all()).matches(found(5, 1, 2));
    assertThat(repaired.out()).contains("shop shows 9; written anew");
    move("AH-1008", MORE_THAN_A_SHOP_CAN_SHOW.negate());
    operator.serve(ReconcileStockTest::stock);
    awaitShown(Map.of("AH-1003", 457, "AH-1004", 500, "AH-1008", 500, "AH-1009", 501));
    Told proved = reconcile();
    assertThat(proved.causes()).as(proved.all()).isEqualTo(new TreeMap<>(byPeople));
    assertThat(proved.lastLine()).matches(found(2, 0, 0));

    operator.stop();
    operator.serve(
        yaml -> stock(yaml).replaceFirst("(stock: .*poll: PT1S)", "$1, rule: {safety: 3}"));
    Told ruled = reconcile("--repair");
    assertThat(ruled.causes()).as(ruled.all()).containsEntry("AH-1010", "rule or mapping changed");
    awaitShown(Map.of("AH-1003", 454, "AH-1010", 497));
    assertThat(reconcile().causes()).isEqualTo(new TreeMap<>(byPeople));
  }
}
