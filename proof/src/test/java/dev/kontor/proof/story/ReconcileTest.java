package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people and accidents did past the hub is found, named by its cause, mended and proved. */
class ReconcileTest extends ServedHub {

  private JsonNode place(String who) {
    return operator.pair().place(Order.of(who + "@kunde.example", "AH-1005", 2));
  }

  private static String number(JsonNode order) {
    return order.path("orderNumber").asString();
  }

  @Test
  void everyDifferenceIsNamedByItsCauseAndWhatTheHubCanMendItMends() throws Exception {
    operator.serve(yaml -> yaml);
    JsonNode dear = place("dear");
    JsonNode twice = place("twice");
    JsonNode deleted = place("deleted");
    JsonNode gone = place("gone");
    JsonNode edited = place("edited");
    place("late");
    operator.settle();
    Told equal = operator.reconcile();
    assertThat(equal.lastLine()).isEqualTo("orders compared=6 different=0 repaired=0");
    assertThat(equal.status()).as(equal.all()).isZero();
    assertThat(equal.out()).contains("6 orders on both sides: EUR");

    ObjectNode debtor = Json.object().put("number", debtor("late@kunde.example"));
    enter("customers", debtor.deepCopy().put("blocked", "All"));
    JsonNode late = place("late");
    operator.awaitDead(late);
    operator.stop();
    ErpByHand clerk = new ErpByHand(operator.pair());
    clerk.raisePrice(dear);
    clerk.enterAgain(twice);
    clerk.delete(deleted);
    String goneNumber = operator.pair().truth().erpNumber(gone);
    new ShopByHand(operator.pair()).delete(gone);
    ObjectNode three = Json.object().set("lines", Json.array().add(Order.line("AH-1005", 3)));
    operator.pair().change(edited, "edit", three);
    JsonNode unseen = place("unseen");

    Map<String, String> byPeople =
        Map.of(
            number(dear),
            "changed there",
            number(twice),
            "double",
            number(deleted),
            "sent, not there",
            goneNumber,
            "gone here");
    Map<String, String> all = new TreeMap<>(byPeople);
    all.put(number(edited), "never received");
    all.put(number(unseen), "never received");
    all.put(number(late), "received, not sent");
    Told different = operator.reconcile("--repair", "--by=Erika");
    assertThat(different.causes()).as(different.all()).isEqualTo(all);
    assertThat(different.lastLine()).isEqualTo("orders compared=7 different=7 repaired=2");
    assertThat(different.status()).isEqualTo(1);

    enter("customers", debtor.put("blocked", "_x0020_"));
    operator.serve(yaml -> yaml);
    operator.resubmit(operator.list());
    operator.await(
        "what was mended",
        () ->
            operator.pair().truth().differences(edited).isEmpty()
                && operator.pair().truth().differences(unseen).isEmpty()
                && operator.pair().truth().differences(late).isEmpty());
    assertThat(operator.show(unseen)).extracting(ListedMessage::event).contains("reconciled");
    Told proved = operator.reconcile();
    assertThat(proved.causes()).as(proved.all()).isEqualTo(new TreeMap<>(byPeople));
  }
}
