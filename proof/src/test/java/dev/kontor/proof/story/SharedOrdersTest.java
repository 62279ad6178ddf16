package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two companies whose conditions both take every order: both flows judge each at the same time. */
class SharedOrdersTest extends TwoCompanies {

  private static final int ORDERS = 30;

  SharedOrdersTest() throws Exception {
    super("", "");
  }

  @Test
  void eachOrderIsEnteredInOneOfThemOnly() {
    List<JsonNode> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(pair.place(to("DE", "buyer" + i + "@kunde.example")));
    }
    hub.await(
        Await.PATIENCE,
        "every order answered",
        () -> orders.stream().noneMatch(o -> toldCompany(o).isEmpty()));
    hub.rest().await(Await.PATIENCE);
    Set<String> first = pair.truth().erpOrders().keySet();
    Set<String> second = inFrance.erpOrders().keySet();
    Set<String> both = new TreeSet<>(first);
    both.retainAll(second);
    assertThat(both).as("entered in both companies").isEmpty();
    assertThat(first.size() + second.size()).isEqualTo(ORDERS);
    assertThat(orders)
        .extracting(Truth::reference)
        .allMatch(r -> first.contains(r) || second.contains(r));
  }
}
