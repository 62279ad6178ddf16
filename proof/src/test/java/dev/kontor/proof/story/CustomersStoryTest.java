package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers of the shop and debtors of the ERP are the same people, whoever changes what. */
class CustomersStoryTest extends SharingShop {

  @Test
  void whoRegistersIsADebtorWithoutAnOrderAndStaysOne() {
    String account = register("anna@kunde.example");
    awaitDebtor("anna@kunde.example", "displayName", "Anna von der Leyen");
    ObjectNode order = Order.of("anna@kunde.example", "AH-1005", 1);
    order.set("customer", Json.object().put("id", account));
    JsonNode placed = merchant.place(order);
    merchant.settle(Await.PATIENCE);
    assertThat(debtors("anna@kunde.example")).hasSize(1);
    assertThat(merchant.truth().erpOrders(placed).getFirst().path("customerNumber"))
        .isEqualTo(debtor("anna@kunde.example").path("number"));
  }

  @Test
  void whatACustomerChangesReachesTheDebtorOnce() {
    String account = register("berta@kunde.example");
    debtorOf("berta@kunde.example");
    rest();
    inShop(account, "address", Json.object().put("street", "Talweg 1").put("city", "Bonn"));
    awaitDebtor("berta@kunde.example", "addressLine1", "Talweg 1");
    awaitDebtor("berta@kunde.example", "city", "Bonn");
    inShop(account, "profile", Json.object().put("lastName", "Braun"));
    awaitDebtor("berta@kunde.example", "displayName", "Anna Braun");
    inShop(account, "profile", Json.object().put("email", "neu@kunde.example"));
    awaitDebtor("neu@kunde.example", "displayName", "Anna Braun");
    rest();
    assertThat(address(account(account)).path("street").asString()).isEqualTo("Talweg 1");
    assertThat(account(account).path("lastName").asString()).isEqualTo("Braun");
  }

  @Test
  void termsAndWhatASalesRepChangesReachTheAccountWithoutAMail() {
    String account = register("cora@kunde.example");
    ObjectNode debtor = debtorOf("cora@kunde.example");
    rest();
    int mails = merchant.truth().mails();
    JsonNode password = account(account).path("hasPassword");
    inErp(
        debtor
            .deepCopy()
            .put("customerPriceGroup", "TRADE")
            .put("creditLimit", new BigDecimal("2500.50"))
            .put("blocked", "Ship"));
    merchant.await(
        Await.PATIENCE,
        "terms, now " + account(account),
        () ->
            account(account).path("group").asString("").equals("B2B")
                && account(account)
                    .path("customFields")
                    .path("kontor_blocked")
                    .asString("")
                    .equals("SHIPMENT"));
    assertThat(account(account).path("customFields").path("kontor_credit_limit").decimalValue())
        .isEqualByComparingTo("2500.50");
    inErp(
        debtor
            .deepCopy()
            .put("displayName", "Anna Conrad")
            .put("addressLine1", "Ring 9")
            .put("phoneNumber", "+49 731 1"));
    merchant.await(
        Await.PATIENCE,
        "the rep's change, now " + account(account),
        () ->
            account(account).path("lastName").asString("").equals("Conrad")
                && address(account(account)).path("street").asString("").equals("Ring 9")
                && address(account(account)).path("phoneNumber").asString("").equals("+49 731 1"));
    rest();
    assertThat(debtor("cora@kunde.example").path("displayName").asString())
        .isEqualTo("Anna Conrad");
    assertThat(merchant.truth().mails()).isEqualTo(mails);
    assertThat(account(account).path("hasPassword")).isEqualTo(password);
  }

  @Test
  void nothingIsWrittenOnceBothAgree() {
    String account = register("dora@kunde.example");
    debtorOf("dora@kunde.example");
    rest();
    inShop(account, "profile", Json.object().put("lastName", "Dorn"));
    awaitDebtor("dora@kunde.example", "displayName", "Anna Dorn");
    rest();
    long shop = merchant.shop().calls().of("POST", "/api/_action/sync");
    String before = account(account).path("updatedAt").asString("");
    inErp(debtorOf("dora@kunde.example").put("city", "Kiel"));
    merchant.await(
        Await.PATIENCE,
        "Kiel",
        () -> address(account(account)).path("city").asString("").equals("Kiel"));
    rest();
    assertThat(merchant.shop().calls().of("POST", "/api/_action/sync"))
        .as("one write for one change, and no echo of it")
        .isEqualTo(shop + 1);
    assertThat(account(account).path("updatedAt").asString("")).isEqualTo(before);
  }
}
