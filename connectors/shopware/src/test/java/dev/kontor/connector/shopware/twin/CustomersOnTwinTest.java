package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers of the shop, of which only what changed is written. */
class CustomersOnTwinTest extends OnTwin {

  private Document read(Placed customer) {
    return connector
        .reader(EntityType.CUSTOMER)
        .orElseThrow()
        .fetch(List.of(customer.id()))
        .getFirst();
  }

  private Outcome write(Placed customer, String content, @Nullable String basis) {
    Write write =
        new Write(
            "k",
            Write.Action.UPDATE,
            customer.number(),
            customer.id(),
            Contents.json(content),
            null,
            Map.of(),
            basis);
    return writer(EntityType.CUSTOMER).write(List.of(write)).getFirst();
  }

  private Prepared prepared(String content) {
    JsonNode json = Contents.json(content);
    return writer(EntityType.CUSTOMER)
        .prepareAll(List.of(new Writer.Draft(json, json, "id")))
        .getFirst();
  }

  @Test
  void onlyWhatIsNamedChangesAndNobodyGetsAMail() {
    Placed customer = shop.customer();
    String version = read(customer).version();
    int mails = shop.mails();
    shop.tick();
    String change =
        """
        {"lastName":"Berg","defaultBillingAddress":{"street":"Talweg 1","country":{"iso":"AT"}},
         "group":{"name":"TRADE"},"customFields":{"kontor_credit_limit":250.5}}\
        """;
    Prepared.Ready ready = (Prepared.Ready) prepared(change);
    assertThat(write(customer, ready.content().toString(), version))
        .isInstanceOf(Outcome.Written.class);
    JsonNode there = shop.account(customer.id());
    assertThat(there.path("firstName").asString()).isEqualTo("Änne");
    assertThat(there.path("lastName").asString()).isEqualTo("Berg");
    assertThat(there.path("group").asString()).isEqualTo("B2B");
    assertThat(there.path("addresses").path(0).path("street").asString()).isEqualTo("Talweg 1");
    assertThat(there.path("addresses").path(0).path("country").asString()).isEqualTo("AT");
    assertThat(there.path("customFields").path("kontor_credit_limit").decimalValue())
        .isEqualByComparingTo("250.5");
    assertThat(shop.mails()).isEqualTo(mails);
  }

  @Test
  void aCustomerChangedMeanwhileIsLeftAlone() {
    Placed customer = shop.customer();
    String version = read(customer).version();
    shop.admin("PATCH", "/api/customer/" + customer.id(), Contents.json("{\"lastName\":\"Neu\"}"));
    assertThat(write(customer, "{\"lastName\":\"Berg\"}", version))
        .isInstanceOf(Fault.Conflict.class);
    assertThat(shop.account(customer.id()).path("lastName").asString()).isEqualTo("Neu");
  }

  @Test
  void anEmailOfAnotherAccountIsRefused() {
    Placed one = shop.customer();
    String taken = shop.account(shop.customer().id()).path("email").asString();
    assertThat(write(one, "{\"email\":\"" + taken + "\"}", null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("email"));
  }

  @Test
  void aPriceGroupThatTheSettingsDoNotNameLeavesTheGroup() {
    Prepared.Ready ready = (Prepared.Ready) prepared("{\"group\":{\"name\":\"OTHER\"}}");
    assertThat(ready.content().has("groupId")).isFalse();
    assertThat(ready.notes()).anyMatch(note -> note.contains("OTHER"));
    assertThat(prepared("{\"defaultBillingAddress\":{\"country\":{\"iso\":\"XX\"}}}"))
        .isInstanceOf(Prepared.Refused.class);
  }
}
