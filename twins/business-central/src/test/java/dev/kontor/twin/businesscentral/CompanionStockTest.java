package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The companion app's pages of stock, computed from the company's own books. */
class CompanionStockTest extends TwinTest {

  @Override
  Options options() {
    return Options.quick().withCompanion();
  }

  private JsonNode committed(String location) throws IOException, InterruptedException {
    return first(
        companion(
            "stockCommitments?$filter=itemNumber eq '1000' and locationCode eq '"
                + location
                + "'"));
  }

  private JsonNode onHand(String location) throws IOException, InterruptedException {
    return first(
        companion(
            "stockByLocations?$filter=itemNumber eq '1000' and locationCode eq '"
                + location
                + "'"));
  }

  private void soldBoxes(String location) throws IOException, InterruptedException {
    setup("{\"items\":[{\"number\":\"1000\",\"units\":{\"BOX\":12}}]}");
    order(
        "",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"unitOfMeasureCode\":\"BOX\","
            + "\"locationId\":\"%s\",\"quantity\":2}"
                .formatted(client.id("locations", "code", location)));
  }

  @Test
  void stockIsSummedByPlaceAndOrdersCommitIt() throws Exception {
    JsonNode outlet = onHand("OUTLET");
    assertThat(number(outlet, "inventory")).isEqualByComparingTo("8");
    assertThat(outlet.has("id")).isFalse();
    assertThat(outlet.path("lastEntryNumber").asInt()).isPositive();
    soldBoxes("MAIN");
    assertThat(number(committed("MAIN"), "quantityOnSalesOrders")).isEqualByComparingTo("24");
    twin.ship("101001");
    assertThat(committed("MAIN").isMissingNode()).isTrue();
    assertThat(number(onHand("MAIN"), "inventory")).isEqualByComparingTo("96");
    assertThat(number(first("items?$filter=number eq '1000'"), "inventory"))
        .as("twelve pieces in a box")
        .isEqualByComparingTo("104");
  }

  @Test
  void whatIsReservedForAnOrderIsGoneWithIt() throws Exception {
    soldBoxes("MAIN");
    setup(
        """
        {"reservations":[
          {"number":"1","itemNumber":"1000","locationCode":"MAIN","quantity":20,"salesOrder":"101001"},
          {"number":"2","itemNumber":"1000","locationCode":"MAIN","quantity":3}]}""");
    assertThat(number(committed("MAIN"), "reservedQuantity")).isEqualByComparingTo("23");
    assertThat(number(committed("MAIN"), "reservedForOthers")).isEqualByComparingTo("3");
    twin.ship("101001");
    assertThat(number(committed("MAIN"), "reservedQuantity")).isEqualByComparingTo("3");
  }

  @Test
  void purchasesArriveWhereAndWhenTheyAreExpected() throws Exception {
    setup(
        """
        {"purchases":[
          {"number":"P1","itemNumber":"1000","locationCode":"MAIN","quantity":50,"expectedReceiptDate":"2026-04-01"},
          {"number":"P2","itemNumber":"1000","locationCode":"MAIN","quantity":7,"expectedReceiptDate":"2026-04-09"},
          {"number":"P3","itemNumber":"1000","locationCode":"MAIN","quantity":2,"expectedReceiptDate":"2026-04-01"}]}""");
    assertThat(number(committed("MAIN"), "quantityOnPurchaseOrders")).isEqualByComparingTo("59");
    assertThat(text(committed("MAIN"), "nextReceiptDate")).isEqualTo("2026-04-01");
    JsonNode receipts = client.get(companion("expectedReceipts")).path("value");
    assertThat(
            receipts
                .valueStream()
                .map(r -> text(r, "expectedReceiptDate") + " " + r.path("quantity")))
        .containsExactly("2026-04-01 52", "2026-04-09 7");
    twin.supply("purchases", "P1", "receive");
    assertThat(number(onHand("MAIN"), "inventory")).isEqualByComparingTo("170");
    assertThat(number(committed("MAIN"), "quantityOnPurchaseOrders")).isEqualByComparingTo("9");
    assertThat(client.refused("POST", "/_twin/purchases/P1/receive", "{}"))
        .contains("You cannot handle more than 0 units.");
  }

  @Test
  void transfersPassThroughTheLocationInTransit() throws Exception {
    setup(
        """
        {"locations":[{"code":"TRANSIT"}],
         "transfers":[{"number":"T1","itemNumber":"1000","fromLocationCode":"MAIN","toLocationCode":"OUTLET",
           "inTransitCode":"TRANSIT","quantity":20,"receiptDate":"2026-04-02"}]}""");
    assertThat(number(committed("MAIN"), "quantityOnTransfersOut")).isEqualByComparingTo("20");
    assertThat(number(committed("OUTLET"), "quantityOnTransfersIn")).isEqualByComparingTo("20");
    twin.supply("transfers", "T1", "ship");
    assertThat(number(onHand("MAIN"), "inventory")).isEqualByComparingTo("100");
    assertThat(number(onHand("TRANSIT"), "inventory")).isEqualByComparingTo("20");
    JsonNode way = first(companion("plannedTransfers?$filter=itemNumber eq '1000'"));
    assertThat(number(way, "outstandingQuantity")).isEqualByComparingTo("0");
    assertThat(number(way, "quantityInTransit")).isEqualByComparingTo("20");
    assertThat(text(way, "inTransitCode")).isEqualTo("TRANSIT");
    twin.supply("transfers", "T1", "receive");
    assertThat(number(onHand("OUTLET"), "inventory")).isEqualByComparingTo("28");
    assertThat(client.get(companion("plannedTransfers")).path("value")).isEmpty();
  }

  @Test
  void plansNameWhatThereIs() throws Exception {
    String plan =
        "{\"purchases\":[{\"number\":\"P\",\"itemNumber\":\"%s\",\"locationCode\":\"%s\",\"%s\":1}]}";
    assertThat(refused(plan.formatted("NONE", "MAIN", "quantity"))).contains("No.");
    assertThat(refused(plan.formatted("1000", "MOON", "quantity"))).contains("Location Code");
    assertThat(refused(plan.formatted("1000", "MAIN", "pieces")))
        .contains("unknown field 'pieces'");
  }

  private String refused(String setup) throws IOException, InterruptedException {
    return client.refused("POST", "/_twin/setup", setup);
  }
}
