package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Customers that both sides change while answers are lost or the hub is away. */
class CustomersTroubleTest extends SharingShop {

  private void awaitStreet(String account, String street) {
    merchant.await(
        Await.PATIENCE,
        street + " in the shop, now " + account(account),
        () -> address(account(account)).path("street").asString("").equals(street));
  }

  @Test
  void aLostAnswerLosesNothingAndEchoesNothing() {
    String account = register("emil@kunde.example");
    debtorOf("emil@kunde.example");
    rest();
    merchant
        .erp()
        .dials()
        .only(merchant.erp().apiUri().getPath(), "PATCH")
        .set("dropAnswerProbability", BigDecimal.ONE);
    inShop(account, "profile", Json.object().put("lastName", "Ernst"));
    awaitDebtor("emil@kunde.example", "displayName", "Anna Ernst");
    merchant.erp().dials().reset();
    rest();
    inErp(debtorOf("emil@kunde.example").put("addressLine1", "Ring 1"));
    awaitStreet(account, "Ring 1");
    rest();
    assertThat(account(account).path("lastName").asString()).isEqualTo("Ernst");
    assertThat(debtor("emil@kunde.example").path("displayName").asString()).isEqualTo("Anna Ernst");
  }

  @Test
  void whatIsChangedWhileTheDebtorIsBeingMadeIsCarriedOver() throws IOException {
    String company = "/companies(" + merchant.erp().companyId() + ")/customers";
    merchant
        .erp()
        .dials()
        .only(merchant.erp().apiUri().getPath() + company, "POST")
        .set("dropAnswerProbability", BigDecimal.ONE);
    String account = register("greta@kunde.example");
    ObjectNode debtor = debtorOf("greta@kunde.example");
    merchant.stopHub();
    inShop(account, "address", Json.object().put("street", "Talweg 7"));
    inShop(account, "profile", Json.object().put("email", "greta.neu@kunde.example"));
    merchant.erp().dials().reset();
    merchant.startHub();
    awaitDebtor("greta.neu@kunde.example", "addressLine1", "Talweg 7");
    rest();
    assertThat(debtors("greta@kunde.example")).isEmpty();
    assertThat(debtors("greta.neu@kunde.example"))
        .as("the one that was made")
        .singleElement()
        .satisfies(one -> assertThat(one.path("number")).isEqualTo(debtor.path("number")));
  }

  @Test
  void whatBothChangedIsDecidedRecordedAndCounted() throws IOException {
    String account = register("frida@kunde.example");
    ObjectNode debtor = debtorOf("frida@kunde.example");
    rest();
    merchant.stopHub();
    inShop(account, "address", Json.object().put("street", "Hof 1"));
    inErp(debtor.deepCopy().put("addressLine1", "Ring 2"));
    merchant.startHub();
    awaitStreet(account, "Ring 2");
    rest();
    assertThat(debtor("frida@kunde.example").path("addressLine1").asString()).isEqualTo("Ring 2");
    assertThat(merchant.hub().hub().figures().conflicts())
        .singleElement()
        .satisfies(conflicts -> assertThat(conflicts.decided()).isEqualTo(1));
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }
}
