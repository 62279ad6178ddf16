package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people did to articles and prices past the hub is found, named, mended and proved. {@link
 * PlantedDifferencesTest} has all flows in one run, this one looks closer.
 */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class ReconcileCatalogueTest extends ServedHub {

  private static final List<String> ARTICLES = List.of("K-100", "K-200", "K-300", "K-400", "K-500");

  private static String catalogue(String yaml) {
    return yaml.replace("products: {enabled: false", "products: {enabled: true")
        .replace("prices: {enabled: false", "prices: {enabled: true");
  }

  private static ObjectNode item(String number, String price) {
    return Json.object()
        .put("number", number)
        .put("displayName", "Krug " + number)
        .put("unitPrice", new BigDecimal(price))
        .put("vatProductGroup", "VAT19");
  }

  /** What costs nothing is for sale or not, depending on which of the two flows came first. */
  private void priced() {
    for (Assortment.Article article : ShopwareGoods.assortment().articles()) {
      enter("items", Json.object().put("number", article.sku()).put("unitPrice", BigDecimal.TEN));
    }
  }

  private JsonNode article(String number) {
    return operator.pair().truth().articles(1).getOrDefault(number, Json.object());
  }

  private void awaitPrice(String number, String price) {
    operator.await(
        number + " at " + price + ", now " + article(number),
        () -> {
          String shown = article(number).path("unitPrice").asString("");
          return !shown.isEmpty() && new BigDecimal(shown).compareTo(new BigDecimal(price)) == 0;
        });
  }

  private void rest() {
    operator.rest("products", "prices");
  }

  private Told reconcile(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--flow=products", "--flow=prices"));
    all.addAll(List.of(arguments));
    return operator.reconcile(all.toArray(String[]::new));
  }

  @Test
  void everyDifferenceIsNamedByItsCauseMendedAndProved() throws Exception {
    priced();
    operator.serve(ReconcileCatalogueTest::catalogue);
    ARTICLES.forEach(number -> enter("items", item(number, "10.00")));
    ARTICLES.forEach(number -> awaitPrice(number, "11.90"));
    rest();
    Told equal = reconcile();
    assertThat(equal.causes()).as(equal.all()).isEmpty();
    assertThat(equal.summary("products"))
        .matches("products compared=\\d+ different=0 waiting=0 repaired=0");
    assertThat(equal.status()).isZero();

    operator.stop();
    ShopByHand clerk = new ShopByHand(operator.pair());
    clerk.rename("K-100", "Becher");
    clerk.setPrice("K-200", "1.00", "1.19");
    clerk.deleteArticle("K-300");
    enter("items", item("K-400", "20.00").put("displayName", "Krug, groß"));
    new ErpByHand(operator.pair()).deleteItem("K-500");
    Told different = reconcile("--repair", "--by=Erika");
    assertThat(different.causes("products"))
        .as(different.all())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "K-100", "changed there",
                    "K-300", "sent, not there",
                    "K-400", "never received",
                    "K-500", "gone here")));
    assertThat(different.causes("prices"))
        .as(different.all())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "K-200", "changed there",
                    "K-300", "sent, not there",
                    "K-400", "never received")));
    assertThat(different.out())
        .contains("in shop name Becher, not Krug K-100; written anew")
        .contains("in shop price 1.19 gross 1 net, not 11.9 gross 10 net; written anew");
    assertThat(different.status()).isEqualTo(1);

    operator.serve(ReconcileCatalogueTest::catalogue);
    awaitPrice("K-400", "23.80");
    awaitPrice("K-200", "11.90");
    operator.await("named", () -> article("K-100").path("name").asString("").equals("Krug K-100"));
    operator.await("off sale", () -> !article("K-500").path("active").asBoolean(true));
    awaitPrice("K-300", "11.90");
    rest();
    Told proved = reconcile();
    assertThat(proved.causes()).as(proved.all()).isEmpty();
    assertThat(proved.status()).isZero();
  }
}
