package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Approval;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the warehouse does is in the shop, with as few writes as possible. */
class StockTest extends OpenShop {

  private static final String SYNC = "/api/_action/sync";

  StockTest() {
    super("stock");
  }

  private void moved(String sku, int pieces) {
    merchant.erp().moveStock(sku, "MAIN", BigDecimal.valueOf(pieces));
  }

  /** It shows the figure and, when all is done, still does. */
  private void shows(String sku, int pieces) {
    merchant.await(
        Await.PATIENCE,
        sku + " = " + pieces + " in the shop",
        () -> merchant.truth().shopStock(sku) == pieces);
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(merchant.truth().shopStock(sku)).isEqualTo(pieces);
  }

  @Test
  void aChangeInTheErpIsInTheShop() {
    moved("AH-1003", -43);
    shows("AH-1003", 457);
    assertThat(merchant.desk().stock("AH-1003"))
        .singleElement()
        .satisfies(level -> assertThat(level.quantity()).isEqualByComparingTo("457"))
        .satisfies(level -> assertThat(level.terms()).contains("on hand", "457"));
  }

  @Test
  void tenChangesWhileTheShopIsAwayAreOneWrite() {
    moved("AH-1004", 1);
    shows("AH-1004", 501);
    // Every call is answered, with 503: an unanswered one could still arrive and cost one more.
    merchant.shop().dials().set("serverErrorStatus", 503).set("serverErrorProbability", "1");
    for (int i = 0; i < 10; i++) {
      moved("AH-1004", 1);
      if (i % 4 == 0) {
        merchant.hub().rest().awaitPoll("stock", Await.PATIENCE);
      }
    }
    // Paused, so that no try of the shop that is away is counted once it is back.
    merchant.desk().pause("connection:shop", "ada", "maintenance");
    merchant.await(Await.PATIENCE, "no lane in work", () -> merchant.hub().lanesInWork() == 0);
    merchant.shop().dials().reset();
    merchant.shop().calls().reset();
    merchant.desk().resume("connection:shop", "ada");
    shows("AH-1004", 511);
    assertThat(merchant.shop().calls().of("POST", SYNC)).isOne();
  }

  @Test
  void aSaleIsCountedOnceWhereverItStands() {
    merchant.place(Order.of("s1@kunde.example", "AH-1012", 7));
    merchant.settle(Await.PATIENCE);
    moved("AH-1012", 1);
    shows("AH-1012", 494);
  }

  @Test
  void aSaleCountsAlsoWhereTheShopSpellsTheNumberInOtherCase() {
    new ShopByHand(merchant.pair())
        .change("AH-1010", Json.object().put("productNumber", "ah-1010"));
    JsonNode first = merchant.place(Order.of("s2@kunde.example", "ah-1010", 1));
    merchant.settle(Await.PATIENCE);
    bar(first, "All");
    JsonNode barred = merchant.place(Order.of("s2@kunde.example", "ah-1010", 7));
    merchant.await(
        Await.PATIENCE, "not in the ERP", () -> merchant.isIn(barred, "created", "dead"));
    moved("AH-1010", 1);
    shows("ah-1010", 493);

    bar(first, "_x0020_");
    long held = Objects.requireNonNull(merchant.event(barred, "created")).id();
    assertThat(merchant.decide(Approval.Action.RESUBMIT, held, "unblocked")).isTrue();
    merchant.settle(Await.PATIENCE);
    shows("ah-1010", 493);
  }

  private void bar(JsonNode order, String how) {
    JsonNode customer = merchant.truth().erpOrders(order).getFirst().path("customerNumber");
    ObjectNode row = Json.object().put("number", customer.asString()).put("blocked", how);
    merchant.erp().setup(Json.object().set("customers", Json.array().add(row)));
  }
}
