package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.Kontor;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person takes an account from its debtor beside a hub at work, which links it anew. */
class UnlinkStoryTest {

  private static final String HANNA = "hanna@kunde.example";

  @TempDir private Path directory;
  private Operator operator;

  @BeforeEach
  void open() throws Exception {
    operator = new Operator(directory);
    String yaml = operator.pair().configuration(operator.entrance().door(), "customers");
    operator.serve(_ -> yaml);
  }

  @AfterEach
  void close() {
    operator.close();
  }

  private String register() {
    ObjectNode request =
        Json.object().put("email", HANNA).put("firstName", "Hanna").put("lastName", "Ohm");
    request
        .putObject("billing")
        .put("street", "Bergweg 3")
        .put("zipcode", "89073")
        .put("city", "Ulm")
        .put("country", "DE");
    Wire.post(operator.pair().shop().uri(), "/_twin/shop/customers", request);
    return operator.pair().truth().accounts().stream()
        .filter(account -> account.path("email").asString("").equals(HANNA))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private boolean isDebtor(String street) {
    return operator.pair().truth().debtors().stream()
        .filter(debtor -> debtor.path("email").asString("").equals(HANNA))
        .anyMatch(debtor -> debtor.path("addressLine1").asString("").equals(street));
  }

  private Told unlink(String flow, String number) throws Exception {
    return operator.command(
        "unlink", "--flow=" + flow, "--number=" + number, "--by=Erika", "--reason=not that one");
  }

  @Test
  void theAccountAloneIsTakenBackAndLinkedAnew() throws Exception {
    String account = register();
    operator.await("the debtor", () -> isDebtor("Bergweg 3"));
    operator.rest("customer-changes");
    JsonNode debtor = operator.pair().truth().debtors().getLast();
    Told refused = unlink("customers", debtor.path("number").asString());
    assertThat(refused.status()).as(refused.all()).isNotZero();
    assertThat(refused.all()).contains("the hub made", "itself; correct or cancel it there");
    assertThat(unlink("orders", "none").all()).contains("flow orders has no link to 'none'");
    assertThat(unlink("stock", "1").all()).contains("is none of the flows that have links");
    Told told = unlink("customer-changes", account);
    assertThat(told.out()).as(told.all()).contains("unlinked=1");
    operator.rest("customer-changes");
    Wire.post(
        operator.pair().shop().uri(),
        "/_twin/shop/customers/" + account + "/address",
        Json.object().put("street", "Talweg 7"));
    operator.await("linked anew", () -> isDebtor("Talweg 7"));
    assertThat(Kontor.commandLine().execute("verify-ledger", "--home=" + operator.home())).isZero();
  }
}
