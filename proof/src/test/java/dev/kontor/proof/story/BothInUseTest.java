package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Running;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.twin.kit.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A merchant who runs both systems switches Kontor on: match, review, link, dry run, load. Nothing
 * is there twice in the end, and nothing was written unseen.
 */
class BothInUseTest {

  private static final int BY_HAND = 12;

  @TempDir private Path directory;
  private Operator operator;
  private TwoInUse two;
  private List<JsonNode> orders = List.of();
  private final Map<String, String> entered = new HashMap<>();

  @BeforeEach
  void open() throws Exception {
    operator = new Operator(directory.resolve("hub"));
    two = new TwoInUse(operator.pair());
    two.articles(directory.resolve("former"));
    two.customers();
    orders = two.orders();
    ErpByHand clerk = new ErpByHand(operator.pair());
    for (JsonNode order : orders.subList(0, BY_HAND)) {
      String number = order.path("orderNumber").asString();
      entered.put(number, clerk.enter("C-" + (entered.size() + 1), number));
    }
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private String yaml(String... flows) throws Exception {
    return operator.pair().configuration(operator.entrance().door(), flows);
  }

  private static String rehearsing(String yaml) {
    return yaml.replace(
        "      orders:\n",
        "      customers: {dryRun: true}\n      orders:\n        dryRun: true\n");
  }

  private Path review() {
    return directory.resolve("review.csv");
  }

  private Told match() throws Exception {
    Told told = operator.command("match", "--reference-prefix=", "--out=" + review());
    assertThat(told.status()).as(told.all()).isZero();
    return told;
  }

  private Told link() throws Exception {
    return operator.command("link", "--file=" + review(), "--by=Erika");
  }

  private static String line(Told told, String flow) {
    return told.out().lines().filter(l -> l.startsWith(flow + " matched=")).findFirst().orElse("");
  }

  /** Of two candidates the one that was there first, of debtors the one named D. */
  private void decide() throws Exception {
    String reviewed =
        Files.readString(review())
            .lines()
            .map(
                row ->
                    row.contains(",ask,")
                        ? row.replace(",ask,", isRight(row) ? ",link," : ",skip,")
                        : row)
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(review(), reviewed);
    for (int article = 56; article <= 58; article++) {
      add("products,,%s,,ALT-%d,,link,".formatted(TwoInUse.number(article), article));
    }
  }

  private static boolean isRight(String row) {
    return row.contains(",K-059,number,") || row.contains(",K-060,number,") || row.contains(",D-");
  }

  private void add(String row) throws Exception {
    Files.writeString(review(), row + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void nothingIsThereTwiceAndNothingIsWrittenUnseen() throws Exception {
    operator.configure(yaml("products"));
    Map<String, JsonNode> before = two.everything();
    whatBothHaveIsFound();
    whatIsWrongInTheFileIsNamedAndNothingIsLinked();
    decide();
    Told linked = link();
    assertThat(linked.lastLine()).as(linked.all()).startsWith("linked=");
    Told again = link();
    assertThat(again.lastLine()).as(again.all()).startsWith("linked=0 already=");
    assertThat(line(match(), "products")).contains("matched=0", "ambiguous=0");
    ordersAreRehearsed();
    assertThat(two.everything()).as("match, link and dry run write nothing").isEqualTo(before);

    int debtors = operator.pair().truth().debtors().size();
    everythingIsLoaded();
    theArticlesAreThereOnce();
    assertThat(operator.pair().truth().debtors()).as("the two new ones").hasSize(debtors + 2);
    theOrdersAreThereOnce();
    aCancellationOfALinkedOrderIsCarriedOut();
    assertThat(operator.pair().truth().mails()).isZero();
    operator.awaitNothingLeft();
  }

  private void whatBothHaveIsFound() throws Exception {
    Told told = match();
    assertThat(line(told, "products")).contains(" by-spelling=5 ambiguous=2 ");
    assertThat(line(told, "products")).contains(" only-in-erp=3 only-in-shop=5 links-already=0 ");
    assertThat(line(told, "customers"))
        .contains("matched=35 by-vat-id=5 by-email=30 ambiguous=3 only-in-shop=2 ");
    assertThat(line(told, "orders"))
        .contains("matched=12 by-reference=12 ambiguous=0 only-in-shop=18 only-in-erp=0 ");
    assertThat(Files.readString(review())).doesNotContain("@kunde.example", "DE1234567");
  }

  private void whatIsWrongInTheFileIsNamedAndNothingIsLinked() throws Exception {
    add("products,,K-999,,ALT-56,,link,");
    Told told = link();
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.all())
        .contains("decision: 'ask' is no decision yet; write link or skip")
        .contains("source-number: 'K-999' is 0 times in erp; run ./kontor match again");
    assertThat(line(match(), "orders")).contains("links-already=0");
  }

  private void ordersAreRehearsed() throws Exception {
    operator.serve(served -> rehearsing(served));
    Told told = operator.command("load", "--flow=orders", "--flow=customers");
    assertThat(told.out())
        .as(told.all())
        .contains("load=orders keys=30 written=0 unchanged=0 waiting=30 dead=0");
    assertThat(told.status()).as("they wait for the end of the dry run").isEqualTo(1);
    assertThat(operator.story(orders.getFirst()))
        .contains("linked to " + entered.get(orders.getFirst().path("orderNumber").asString()));
    operator.stop();
  }

  /** Killed in the middle, both the hub and the command. */
  private void everythingIsLoaded() throws Exception {
    operator.serve(
        served -> served.replace("products: {enabled: false", "products: {enabled: true"));
    Running load = operator.begin("load", "--flow=products");
    operator.await("something", () -> !load.out().isEmpty() || !load.isAlive());
    load.kill();
    operator.kill();
    operator.serve(
        served -> served.replace("products: {enabled: false", "products: {enabled: true"));
    Running resumed =
        operator.begin("load", "--flow=products", "--flow=customers", "--flow=orders");
    int status = resumed.end(Await.PATIENCE);
    assertThat(status).as(resumed.all()).isZero();
    operator.awaitNothingLeft();
    assertThat(resumed.out())
        .contains("load=customers keys=40 ")
        .containsPattern("load=products keys=\\d+ written=\\d+ unchanged=\\d+ waiting=0 dead=0");
    operator.rest("products", "orders");
  }

  private void theArticlesAreThereOnce() {
    Set<String> shown = operator.pair().truth().articles(1).keySet();
    for (int i = 1; i <= 60; i++) {
      assertThat(shown).contains(TwoInUse.number(i));
    }
    assertThat(shown).noneMatch(number -> number.startsWith("ALT-") || number.startsWith("k-"));
  }

  private void theOrdersAreThereOnce() {
    Truth truth = operator.pair().truth();
    Map<String, List<JsonNode>> there = truth.erpOrders();
    for (JsonNode order : orders) {
      String number = order.path("orderNumber").asString();
      String hand = entered.get(number);
      String reference = hand == null ? Truth.reference(order) : number;
      assertThat(there.getOrDefault(reference, List.of())).as(reference).hasSize(1);
      if (hand != null) {
        assertThat(there).doesNotContainKey(Truth.reference(order));
        assertThat(truth.erpNumber(order)).isEqualTo(hand);
      }
    }
    for (int i = 27; i < 30; i++) {
      JsonNode found = truth.erpOrders(orders.get(i)).getFirst();
      assertThat(found.path("customerNumber").asString()).isEqualTo("D-" + (i + 9));
    }
  }

  private void aCancellationOfALinkedOrderIsCarriedOut() {
    JsonNode order = orders.getFirst();
    operator.pair().change(order, "cancel", Json.object());
    operator.await(
        "the ERP's order gone",
        () ->
            !operator.pair().truth().erpOrders().containsKey(order.path("orderNumber").asString()));
  }
}
