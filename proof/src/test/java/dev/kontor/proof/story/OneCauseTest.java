package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Listed;
import dev.kontor.engine.problem.Problem;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 214 orders, one cause: seen as one, mended once, tried again together, each there once. */
class OneCauseTest {

  private static final int ORDERS = 214;
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String OVERLAY =
      """
      overlay: business-central/order.out
      rules:
        - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
      """;
  private static final String TABLE =
      """
      tables: {shipment: {shipping_express: EXPRESS}}
      overlays: [shipment.yaml]
      """;

  private static List<String> place(Merchant merchant) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String buyer = "kunde" + i % 9 + "@kunde.example";
      String sku = i % 2 == 0 ? "AH-1005" : "AH-2001";
      numbers.add(merchant.place(Order.of(buyer, sku, 1 + i % 4)).path("orderNumber").asString());
    }
    return numbers;
  }

  private static List<Preview> preview(ProblemDesk desk, Problem problem) {
    return desk.preview(problem.id());
  }

  private static long audited(Merchant merchant, String like) {
    return Transactions.run(
        merchant.database().general(),
        c ->
            Jdbc.query(
                    c,
                    "select count(*) from audit where kind || ' ' || details like ?",
                    row -> row.getLong(1),
                    like)
                .getFirst());
  }

  @Test
  void twoHundredOrdersOfOneCauseAreMendedByOneRow(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve("shipment.yaml"), OVERLAY);
    try (Merchant merchant = Merchant.configured(home, yaml -> yaml + TABLE)) {
      merchant.openDoor();
      ProblemDesk desk = merchant.hub().hub().problems();
      List<String> placed = place(merchant);
      merchant.await(
          SOON,
          "one problem",
          () -> desk.problems().all().stream().anyMatch(p -> p.count() == ORDERS));
      assertThat(desk.problems().all()).hasSize(1);
      Problem problem = desk.problems().all().getFirst();
      assertThat(problem.key()).isEqualTo("shipment/shipping_standard");
      assertThat(problem.field()).isEqualTo("shipmentMethodCode");
      assertThat(problem.money()).isTrue();
      assertThat(desk.problems().listed(desk.problems().messages(problem.id())))
          .extracting(Listed::number)
          .containsExactlyInAnyOrderElementsOf(placed);
      assertThat(preview(desk, problem)).hasSize(20).noneMatch(Preview::isReady);

      desk.tables().put("shipment", "shipping_standard", "STANDARD", "Erika", "the usual way");
      assertThat(preview(desk, problem)).hasSize(20).allMatch(Preview::isReady);
      assertThat(merchant.truth().erpOrders()).as("a preview writes nothing").isEmpty();

      Deciding.Ruling ruling =
          desk.deciding()
              .decideAll(Approval.Action.RESUBMIT, problem.id(), "Erika", "row added")
              .orElseThrow();
      assertThat(ruling)
          .isEqualTo(new Deciding.Ruling.Carried(new Decisions.Result(ORDERS, Map.of())));
      merchant.settle(SOON);
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(merchant.truth().erpOrders()).hasSize(ORDERS);
      assertThat(desk.problems().all()).isEmpty();
      assertThat(audited(merchant, "desk.resubmit row added (Erika)")).isEqualTo(ORDERS);
      assertThat(audited(merchant, "table.row %(Erika)")).isEqualTo(1);
      assertThat(merchant.hub().verify().tampered()).isFalse();
    }
  }
}
