package dev.kontor.connector.financeoperations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service answers a call with, and what the hub makes of it. */
class RefusalsTest {

  private static final String CUSTOMERS = "POST CustomersV3";
  private final CannedErp erp = new CannedErp();

  @AfterEach
  void close() {
    erp.close();
  }

  private Outcome written() {
    return erp.write(
        EntityType.CUSTOMER,
        new Write(
            "k",
            Write.Action.CREATE,
            "",
            null,
            ModelJson.parse(
                "{\"CustomerGroupId\": \"NOPE\", \"OrganizationName\": \"Alpenhof\"}")));
  }

  @Test
  void aRefusalSaysWhatTheInfologSaysAndNamesTheFieldWhoseValueIsQuoted() {
    erp.refuses(
        CUSTOMERS,
        400,
        "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: The value"
            + " 'NOPE' in field 'Customer group' is not found in the related table 'Customer"
            + " groups'.; Error: validateWrite failed on data source 'CustTable (CustTable)'; Error:"
            + " Update has been canceled..");
    assertThat(written())
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("CustomerGroupId");
              assertThat(invalid.problem())
                  .isEqualTo(
                      "CustomersV3 answered 400 (Infolog): The value 'NOPE' in field 'Customer"
                          + " group' is not found in the related table 'Customer groups'.");
            });
  }

  @Test
  void anUpdateConflictIsTriedAgainInEitherLanguage() {
    String log = "Write failed for table row of type 'X'. Infolog: ";
    erp.refuses(
        CUSTOMERS,
        400,
        log
            + "Error: An update conflict occurred due to another user process deleting the record.");
    erp.refuses(CUSTOMERS, 500, log + "Fehler: Es ist ein Aktualisierungskonflikt aufgetreten.");
    assertThat(written()).isInstanceOf(Fault.Conflict.class);
    assertThat(written()).isInstanceOf(Fault.Conflict.class);
  }

  @Test
  void aBusinessRuleThatFailsWith500WasRolledBackAndAnythingElseMayHaveHappened() {
    erp.refuses(CUSTOMERS, 500, "Write failed for table row. Infolog: Error: Site is mandatory.");
    erp.refuses(CUSTOMERS, 500, "Exception has been thrown by the target of an invocation.");
    assertThat(written()).isInstanceOf(Fault.Invalid.class);
    assertThat(written()).isInstanceOf(Fault.OutcomeUnknown.class);
  }

  @Test
  void aBusyServiceIsWaitedForAsLongAsItSays() {
    erp.on(CUSTOMERS, 429, "{\"error\": {\"message\": \"high resource utilization\"}}");
    assertThat(written()).isEqualTo(new Fault.Throttled(Duration.ofSeconds(17)));
  }

  @Test
  void rightsAndMissingEntitiesPauseTheFlow() {
    erp.on(CUSTOMERS, 403, "");
    erp.on(
        CUSTOMERS,
        404,
        "{\"Message\": \"x\", \"error\": {\"message\": \"No HTTP resource was found that matches\"}}");
    assertThat(written()).isInstanceOf(Fault.Forbidden.class);
    assertThat(written()).isInstanceOf(Fault.Forbidden.class);
  }

  @Test
  void everyCallCrossesCompaniesAndNamesOne() {
    erp.reader(EntityType.ORDER).find(new Identity.NativeId("SO'1"));
    erp.reader(EntityType.ORDER).find(new Identity.ExternalReference("SW-1"));
    assertThat(erp.calls())
        .contains(
            "GET SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='SO''1')?cross-company=true",
            "GET SalesOrderHeadersV2?$filter=dataAreaId eq 'usmf' and (CustomersOrderReference eq"
                + " 'SW-1')&cross-company=true")
        .allMatch(call -> call.contains("cross-company=true"))
        .allMatch(call -> call.contains("dataAreaId"));
  }

  @Test
  void aCutAnswerOfAWriteIsUnknown() {
    erp.on(CUSTOMERS, 0, "");
    assertThat(written()).isInstanceOf(Fault.OutcomeUnknown.class);
  }

  @Test
  void aRefusedTokenIsRenewedOnce() {
    erp.on("GET CustomersV3", 401, "");
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () -> erp.reader(EntityType.CUSTOMER).find(new Identity.Match("email:a@b.example")));
    assertThat(thrown.fault()).isInstanceOf(Fault.SignInRefused.class);
    assertThat(erp.calls()).hasSize(2);
  }
}
