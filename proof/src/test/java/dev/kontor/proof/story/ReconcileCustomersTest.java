package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linked customers on which the two systems disagree are named by cause, and mended. {@link
 * PlantedDifferencesTest} has all flows in one run, this one looks closer.
 */
@EnabledIfSystemProperty(named = "kontor.full", matches = "true")
class ReconcileCustomersTest extends ServedHub {

  private static final String GRETA = "greta@kunde.example";

  private static String sharing(String yaml) {
    return yaml.replace("customer-changes: {enabled: false", "customer-changes: {enabled: true")
        .replace("customer-terms: {enabled: false", "customer-terms: {enabled: true");
  }

  private void register(String email) {
    ObjectNode request =
        Json.object().put("email", email).put("firstName", "Ute").put("lastName", "Uhl");
    request.putObject("billing").put("street", "Weg 1").put("city", "Ulm").put("country", "DE");
    Wire.post(operator.pair().shop().uri(), "/_twin/shop/customers", request);
    operator.await(
        "debtor of " + email,
        () ->
            operator.pair().truth().debtors().stream()
                .anyMatch(d -> d.path("email").asString("").equals(email)));
  }

  private JsonNode account(String email) {
    return operator.pair().truth().accounts().stream()
        .filter(a -> a.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow();
  }

  private void rest() {
    operator.rest("customer-changes", "customer-terms");
  }

  @Test
  void everyDifferenceIsNamedByItsCauseAndMended() throws Exception {
    operator.serve(ReconcileCustomersTest::sharing);
    register(ANNE);
    register(GRETA);
    rest();
    operator.await(
        "terms told", () -> account(GRETA).path("customFields").path("kontor_blocked").isString());
    rest();
    Told equal = operator.reconcile("--flow=customer-terms");
    assertThat(equal.causes()).as(equal.all()).isEmpty();

    operator.stop();
    enter("customers", Json.object().put("number", debtor(ANNE)).put("blocked", "All"));
    Wire.post(
        operator.pair().shop().uri(),
        "/_twin/shop/customers/" + account(GRETA).path("id").asString() + "/profile",
        Json.object().set("customFields", Json.object().put("kontor_blocked", "NOTHING AT ALL")));
    Told different = operator.reconcile("--flow=customer-terms", "--repair", "--by=Erika");
    assertThat(different.causes("customer-terms"))
        .as(different.all())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(debtor(ANNE), "never received", debtor(GRETA), "changed there"));
    assertThat(different.out()).contains("blocked").doesNotContain("NOTHING AT ALL");

    operator.serve(ReconcileCustomersTest::sharing);
    operator.await(
        "mended",
        () ->
            account(ANNE).path("customFields").path("kontor_blocked").asString("").equals("ALL")
                && account(GRETA)
                    .path("customFields")
                    .path("kontor_blocked")
                    .asString("")
                    .equals("NOTHING"));
    rest();
    assertThat(operator.reconcile("--flow=customer-terms").causes()).isEmpty();
  }
}
