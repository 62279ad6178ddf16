package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Running;
import dev.kontor.twin.kit.Json;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code ./kontor} says and how it ends, each command a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class CommandLineTest {

  private static final String ANNE = "anne@kunde.example";

  private Installation installation;

  @BeforeAll
  void serve(@TempDir Path directory) throws Exception {
    installation = new Installation(directory);
    assertThat(installation.serve().awaitLine("home", Await.PATIENCE)).endsWith(".kontor");
  }

  @AfterAll
  void close() {
    installation.close();
  }

  private Told told(int status, String... arguments) {
    Told told = installation.told(arguments);
    assertThat(told.status()).as(told.all()).isEqualTo(status);
    return told;
  }

  private JsonNode transferred() {
    JsonNode order = installation.place(Order.of(ANNE, "AH-1005", 1));
    installation.await("the order answered", () -> installation.truth().unanswered().isEmpty());
    installation.awaitRest();
    return order;
  }

  private static String number(JsonNode order) {
    return order.path("orderNumber").asString();
  }

  private ListedMessage dead(JsonNode order) {
    installation.await("a dead letter", () -> deadOf(order) != null);
    // A newer version that is still to be read would have it tried again.
    installation.awaitRest();
    return Objects.requireNonNull(deadOf(order));
  }

  private @Nullable ListedMessage deadOf(JsonNode order) {
    return told(0, "list").messages().stream()
        .filter(m -> m.number().equals(number(order)) && m.state().equals("dead"))
        .findFirst()
        .orElse(null);
  }

  @Test
  void theExampleIsReadyToServe() {
    assertThat(told(0, "check").lastLine()).isEqualTo("ready");
  }

  @Test
  void aTransferredOrderIsShownAndNothingIsListed() {
    JsonNode order = transferred();
    assertThat(told(0, "show", number(order)).messages())
        .extracting(ListedMessage::event, ListedMessage::state)
        .contains(Tuple.tuple("created", "done"));
    installation.await(
        "an empty list",
        () -> told(0, "list").lastLine().equals("nothing waits and nothing failed"));
    assertThat(told(1, "show", "4711").lastLine())
        .startsWith("nothing is known under the number 4711;");
    assertThat(told(0, "verify-ledger").out())
        .startsWith("INTACT: ")
        .containsPattern(
            "\\nEXACTLY ONCE: \\d+ source documents, \\d+ effects.*, missing 0, double 0\n  customers: ")
        .containsPattern("\n  orders: [1-9]\\d* source documents, [1-9]\\d* effects");
    assertThat(installation.truth().differences()).isEmpty();
  }

  @Test
  void aDeadLetterIsTriedAgainAndAHeldChangeGivenUp() {
    String blocked = "blocked@kunde.example";
    JsonNode first = installation.place(Order.of(blocked, "AH-1005", 1));
    installation.await("the order answered", () -> installation.truth().unanswered().isEmpty());
    String debtor =
        installation.truth().erpOrders(first).getFirst().path("customerNumber").asString();
    installation.enter(customer(debtor, "All"));
    JsonNode second = installation.place(Order.of(blocked, "AH-1005", 1));
    ListedMessage dead = dead(second);
    assertThat(dead.why()).containsIgnoringCase("blocked");
    installation.enter(customer(debtor, "_x0020_"));
    assertThat(told(0, "resubmit", dead.id()).lastLine()).isEqualTo("1 resubmitted");
    installation.await("the order answered", () -> installation.truth().unanswered().isEmpty());
    // What was shipped the hub must not take away.
    installation.ship(second);
    installation.change(second, "cancel");
    ListedMessage held = dead(second);
    assertThat(told(2, "discard", held.id()).all()).contains("--reason");
    assertThat(told(0, "discard", held.id(), "--reason=by hand").lastLine())
        .isEqualTo("1 discarded");
    assertThat(told(1, "resubmit", held.id()).lastLine())
        .endsWith("it was discarded, which is for good");
  }

  private static JsonNode customer(String number, String blocked) {
    ObjectNode setup = Json.object();
    setup.putArray("customers").addObject().put("number", number).put("blocked", blocked);
    return setup;
  }

  @Test
  void aBackupIsRestoredElsewhereAndServedInDoubt() throws Exception {
    transferred();
    assertThat(told(0, "backup", "--to=backup").lastLine()).contains("not in it", "master.key");
    Path copy = Files.createDirectories(installation.directory().resolve("copy"));
    Files.copy(installation.directory().resolve(".kontor/master.key"), copy.resolve("master.key"));
    assertThat(told(0, "restore", "--from=backup", "--home=copy").out()).contains("in doubt");
    assertThat(told(1, "restore", "--from=backup", "--home=copy").all()).contains("--replace");
    assertThat(told(0, "verify-ledger", "--home=copy").out()).contains("\nEXACTLY ONCE: ");
    makeWrong(copy);
    assertThat(told(1, "verify-ledger", "--home=copy").out())
        .startsWith("INTACT: ")
        .containsPattern("\nNOT EXACTLY ONCE: .*, missing 1, double 0\n")
        .containsPattern("\n  DEFECT message \\d+ \\(order-reply ");
    Files.delete(copy.resolve("installation.json"));
    assertThat(told(1, "serve", "--port=0", "--admin-port=0", "--home=copy").all())
        .contains("installation.json", "./kontor adopt");
    assertThat(told(0, "adopt", "--home=copy").lastLine()).startsWith("adopted as installation");
    Running other = installation.serve("--home=copy");
    other.awaitLine("in doubt", Await.PATIENCE);
    other.close();
    installation.await("the order answered", () -> installation.truth().unanswered().isEmpty());
    assertThat(installation.truth().differences()).isEmpty();
  }

  /** An answer that was given counts as never confirmed. */
  private static void makeWrong(Path home) {
    try (Records records = Records.open(home, Map.of())) {
      int rows =
          Transactions.run(
              records.database().general(),
              c ->
                  Jdbc.update(
                      c,
                      "update intent set state = 'refused' where key ="
                          + " (select min(key) from intent where key like '%|reply')"));
      assertThat(rows).isOne();
    }
  }

  @Test
  void aWrongConfigurationIsSaidWithItsFieldAndWhatToDo() throws Exception {
    for (String command : new String[] {"check", "serve"}) {
      assertThat(told(1, command, "--config=none.yaml").all())
          .contains("none.yaml: cannot be read", "name another file");
      String unknown = installation.changed(yaml -> yaml.replace("connector: sh", "conector: sh"));
      assertThat(told(1, command, unknown).all()).contains("changed.yaml:", "conector");
      String unset =
          installation.changed(
              yaml -> yaml.replace("{file: secrets/erp-client-secret}", "{env: NOT_SET}"));
      assertThat(told(1, command, unset).all())
          .contains("connections.erp.settings.clientSecret", "NOT_SET is not set");
    }
  }

  @Test
  void aWrongSecretFailsTheCheck() throws Exception {
    Files.writeString(installation.directory().resolve("secrets/wrong"), "guessed-wrongly");
    Told told =
        told(
            1,
            "check",
            installation.changed(
                yaml -> yaml.replace("secrets/erp-client-secret", "secrets/wrong")));
    assertThat(told.lastLine()).isEqualTo("1 to mend before the hub can run");
    assertThat(told.all()).contains("client secret").doesNotContain("guessed-wrongly");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Told told = told(1, "serve", "--port=" + port, "--admin-port=0", "--home=other");
      assertThat(told.all())
          .startsWith("port " + port + " is taken by another program")
          .hasLineCount(1);
    }
  }

  @Test
  void aMistypedCommandIsExplained() {
    assertThat(told(2, "sreve").all()).contains("sreve", "serve");
    assertThat(told(2, "twin", "oxid").all())
        .contains("business-central, finance-operations, magento or shopware");
    assertThat(told(2, "restore").all()).contains("--from");
  }
}
