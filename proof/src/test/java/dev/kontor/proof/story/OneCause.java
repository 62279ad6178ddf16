package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.Deciding;
import dev.kontor.engine.Decisions;
import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Problem;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 214 orders that all fail for one cause, and what a person does about them. */
public record OneCause(Merchant merchant) {

  private static final int ORDERS = 214;

  public ProblemDesk desk() {
    return merchant.hub().hub().problems();
  }

  private List<String> place(String... skus) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String buyer = "kunde" + i % 9 + "@kunde.example";
      String sku = skus[i % skus.length];
      numbers.add(merchant.place(Order.of(buyer, sku, 1 + i % 4)).path("orderNumber").asString());
    }
    return numbers;
  }

  /** Orders of these articles are placed and fail; what people see of it. */
  public Problem failed(String... skus) {
    List<String> placed = place(skus);
    merchant.await(
        Await.PATIENCE,
        "one problem",
        () -> desk().problems().all().stream().anyMatch(p -> p.count() == ORDERS));
    // An order that is read once more is no dead letter for a moment.
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(desk().problems().all()).hasSize(1);
    Problem problem = desk().problems().all().getFirst();
    assertThat(problem.money()).isTrue();
    assertThat(desk().problems().entries(desk().problems().messages(problem.id())))
        .extracting(DeskStore.Entry::number)
        .containsExactlyInAnyOrderElementsOf(placed);
    assertThat(merchant.truth().erpOrders()).isEmpty();
    return problem;
  }

  List<Preview> preview(Problem problem) {
    return desk().preview(problem.id());
  }

  /** The cause is mended: a preview says so, and all that failed arrives once. */
  void resubmitted(Problem problem) {
    assertThat(preview(problem)).hasSize(20).allMatch(Preview::isReady);
    assertThat(merchant.truth().erpOrders()).as("a preview writes nothing").isEmpty();
    Deciding.Ruling ruling =
        desk()
            .deciding()
            .decideAll(Approval.Action.RESUBMIT, problem.id(), "Erika", "mended")
            .orElseThrow();
    assertThat(ruling)
        .isEqualTo(new Deciding.Ruling.Carried(new Decisions.Result(ORDERS, Map.of())));
    arrived();
    assertThat(audited("desk.resubmit mended (Erika)")).isEqualTo(ORDERS);
  }

  /** All of them are in the ERP once, and nothing is left to do. */
  public void arrived() {
    merchant.settle(Await.PATIENCE);
    assertThat(merchant.truth().differences()).isEmpty();
    assertThat(merchant.truth().erpOrders()).hasSize(ORDERS);
    assertThat(desk().problems().all()).isEmpty();
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }

  /** How many rows of the audit are like that. */
  public long audited(String like) {
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
}
