package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Order;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A merchant rehearses orders before the hub may write any, finds a mistake, and goes live. */
class DryRunStoryTest extends ServedHub {

  private static final String BUYER = "rehearsal@kunde.example";

  private static String rehearsing(String yaml) {
    String dry = yaml.replace("      orders:\n", "      orders:\n        dryRun: true\n");
    assertThat(dry).isNotEqualTo(yaml);
    return dry;
  }

  private static String withWrongRate(String yaml) {
    String wrong = yaml.replace("DOMESTIC: {VAT19: {rate: 19}", "DOMESTIC: {VAT19: {rate: 16}");
    assertThat(wrong).isNotEqualTo(yaml);
    return wrong;
  }

  private void nothingIsWritten(JsonNode order) {
    assertThat(operator.pair().truth().erpOrders(order)).isEmpty();
    assertThat(operator.pair().truth().debtors())
        .noneMatch(debtor -> debtor.path("email").asString("").equals(BUYER));
  }

  @Test
  void aMistakeIsFoundBeforeAnythingIsWrittenAndTheOrderArrivesOnceTheFlowIsLive()
      throws Exception {
    operator.serve(yaml -> withWrongRate(rehearsing(yaml)));
    JsonNode order = operator.pair().place(Order.of(BUYER, "AH-1005", 2));
    String number = order.path("orderNumber").asString();
    ListedMessage dead =
        operator.awaitListed(
            "a refused order", m -> m.number().equals(number) && m.state().equals("dead"));
    assertThat(dead.why()).as("the totals are predicted for a debtor not made yet").contains("19");
    nothingIsWritten(order);

    operator.stop();
    operator.serve(DryRunStoryTest::rehearsing);
    operator.resubmit(List.of(dead));
    Predicate<ListedMessage> rehearsed =
        m -> m.number().equals(number) && m.why().startsWith("DryRun: would create order ");
    operator.awaitListed("a rehearsed order", rehearsed);
    assertThat(operator.story(order)).contains("would write {", "\"salesOrderLines\":[");
    nothingIsWritten(order);

    operator.stop();
    operator.serve(yaml -> yaml);
    operator.settle();
    assertThat(operator.pair().truth().erpOrders(order)).hasSize(1);
  }
}
