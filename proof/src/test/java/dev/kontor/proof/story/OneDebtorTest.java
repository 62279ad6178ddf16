package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Truth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One person who orders three times at once as a guest is one debtor. */
class OneDebtorTest {

  @Test
  void threeGuestOrdersAtOnceAreOneDebtor(@TempDir Path home) throws Exception {
    try (Merchant merchant = Merchant.open(home)) {
      int before = merchant.truth().debtors().size();
      List<JsonNode> placed =
          List.of("anne@kunde.example", "Anne@Kunde.example", "ANNE@KUNDE.EXAMPLE").parallelStream()
              .map(email -> merchant.place(Order.of(email, "AH-1005", 2)))
              .toList();
      merchant.settle(Await.PATIENCE);
      assertThat(placed).extracting(Truth::reference).doesNotHaveDuplicates();
      assertThat(merchant.truth().differences()).isEmpty();
      assertThat(merchant.truth().debtors()).hasSize(before + 1);
      assertThat(merchant.truth().erpOrders().values())
          .hasSize(3)
          .extracting(orders -> orders.getFirst().path("customerNumber").asString())
          .containsOnly(merchant.truth().debtors().getLast().path("number").asString());
      assertThat(merchant.hub().verify().tampered()).isFalse();
    }
  }
}
