package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One ERP and two shops, each of which sells from a location of its own. */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class TwoShopsStockTest extends ServedHub {

  private static final String SKU = "AH-1003";
  private static final String MAIN =
      "rule: {locations: [MAIN], safety: 2, countReceipts: true, receiptsWithinDays: 5}";

  private final ShopwareTwin outlet;

  TwoShopsStockTest() throws IOException {
    outlet = ShopwareTwin.start(Options.demo());
  }

  @AfterAll
  void closeOutlet() {
    outlet.close();
  }

  /** The outlet is a second shop, and its orders are entered at another location. */
  private String twoShops(String yaml) {
    String first =
        yaml.replace(
                "stock: {enabled: false, poll: PT1S}",
                "stock: {enabled: true, poll: PT1S, " + MAIN + "}")
            .replace(
                "skuScheme: item-variant\n",
                "skuScheme: item-variant\n      orderLocation: {code: MAIN}\n");
    int erp = first.indexOf("  erp:\n");
    int packs = first.indexOf("packs:\n");
    String shop =
        first
            .substring(first.indexOf("  shop:\n"), erp)
            .replace("  shop:\n", "  outlet:\n")
            .replace(operator.pair().shop().uri().toString(), outlet.uri().toString())
            .replace("SW-", "OU-")
            .replaceAll(" +(appSecret|doorUrl): .*\n", "");
    String second =
        first
            .substring(erp, packs)
            .replace("  erp:\n", "  erp-outlet:\n")
            .replace("{code: MAIN}", "{code: OUTLET}");
    String pack =
        first
            .substring(packs + "packs:\n".length())
            .replace(
                "roles: {shop: shop, erp: erp}",
                "prefix: outlet-\n    roles: {shop: outlet, erp: erp-outlet}")
            .replace(MAIN, "rule: {locations: [OUTLET]}");
    return first.substring(0, packs) + shop + second + first.substring(packs) + pack;
  }

  private static String held(String yaml) {
    int second = yaml.indexOf("prefix: outlet-");
    return yaml.substring(0, second)
        + yaml.substring(second)
            .replace(
                "conditions: {paymentStates: {}}", "conditions: {paymentStates: {}, hold: PT1H}");
  }

  private Truth outletTruth() {
    return new Truth(outlet.uri(), operator.pair().erp().uri());
  }

  /** Both show these pieces and, when all is done, still do. */
  private void shown(int main, int atOutlet) {
    awaitShown(main, atOutlet);
    operator.rest("stock", "outlet-stock");
    assertThat(isShown(main, atOutlet)).isTrue();
  }

  private void awaitShown(int main, int atOutlet) {
    operator.await(
        "%d and %d shown, now %d and %d"
            .formatted(
                main,
                atOutlet,
                operator.pair().truth().shopStock(SKU),
                outletTruth().shopStock(SKU)),
        () -> isShown(main, atOutlet));
  }

  private boolean isShown(int main, int atOutlet) {
    return operator.pair().truth().shopStock(SKU) == main
        && outletTruth().shopStock(SKU) == atOutlet;
  }

  private static ObjectNode plan(String number, int pieces) {
    return Json.object().put("number", number).put("itemNumber", SKU).put("quantity", pieces);
  }

  private static String day(int days) {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Europe/Berlin"))
        .plusDays(days)
        .toString();
  }

  private JsonNode placeInOutlet(int pieces) {
    JsonNode order = Order.of("o1@kunde.example", SKU, pieces);
    return Wire.post(outlet.uri(), "/_twin/shop/orders", order).path("orders").path(0);
  }

  @Test
  void eachShopIsToldWhatItMaySellOfItsOwnLocation() throws Exception {
    operator.pair().erp().moveStock(SKU, "OUTLET", BigDecimal.valueOf(20));
    operator.serve(this::twoShops);
    shown(498, 20);

    enter(
        "purchases", plan("P1", 7).put("locationCode", "MAIN").put("expectedReceiptDate", day(2)));
    enter(
        "purchases",
        plan("P2", 50).put("locationCode", "MAIN").put("expectedReceiptDate", day(30)));
    shown(505, 20);

    JsonNode order = operator.pair().place(Order.of(ANNE, SKU, 3));
    operator.await("in the ERP", () -> !operator.pair().truth().erpNumber(order).isEmpty());
    shown(502, 20);
    String number = operator.pair().truth().erpNumber(order);
    enter("reservations", plan("R1", 3).put("locationCode", "MAIN").put("salesOrder", number));
    enter("reservations", plan("R2", 4).put("locationCode", "MAIN"));
    shown(498, 20);

    enter("locations", Json.object().put("code", "TRANSIT"));
    enter(
        "transfers",
        plan("T1", 10)
            .put("fromLocationCode", "MAIN")
            .put("inTransitCode", "TRANSIT")
            .put("toLocationCode", "OUTLET"));
    shown(488, 20);
    operator.pair().erp().supply("transfers", "T1", "ship");
    shown(488, 20);
    operator.pair().erp().supply("transfers", "T1", "receive");
    shown(488, 30);

    operator.pair().erp().supply("purchases", "P1", "receive");
    operator.pair().erp().ship(number);
    JsonNode sold = placeInOutlet(5);
    operator.await("in the ERP", () -> !outletTruth().erpNumber(sold).isEmpty());
    shown(488, 25);
    operator.stop();

    operator.serve(yaml -> held(twoShops(yaml)));
    JsonNode waiting = placeInOutlet(2);
    operator.awaitListed(
        "held back", m -> m.flow().equals("outlet-orders") && m.why().contains("hold time"));
    awaitShown(488, 23);
    Told why = operator.stock(SKU);
    assertThat(why.status()).as(why.all()).isZero();
    assertThat(why.out())
        .contains("AH-1003 in shop (flow stock): 488 by the rule")
        .contains("494  on hand at MAIN")
        .contains("-4  reserved for others at MAIN")
        .contains("0  expected until " + day(5) + " at MAIN")
        .contains("50 more expected later, overdue or without a day")
        .contains("-2  safety stock")
        .contains("shop shows just that")
        .contains("AH-1003 in outlet (flow outlet-stock): 23 by the rule")
        .contains("-5  open demand at OUTLET")
        .contains("-2  shop orders not yet in the ERP")
        .contains("2 of order " + waiting.path("id").asString() + ", placed in outlet");
    Wire.post(
        outlet.uri(), "/_twin/shop/orders/" + waiting.path("id").asString() + "/cancel", null);
    shown(488, 25);
  }
}
