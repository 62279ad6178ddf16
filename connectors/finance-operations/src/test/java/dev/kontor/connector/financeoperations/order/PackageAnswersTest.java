package dev.kontor.connector.financeoperations.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the package API answers, and what comes of it. */
class PackageAnswersTest {

  @Test
  void anImportIsAskedForAsDocumented() {
    try (CannedErp erp = PackageErp.ending("Unknown", "Succeeded")) {
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.Invalid.class,
              lost -> assertThat(lost.message()).contains("no order bears the reference SW-1"));
      JsonNode asked = erp.sent(PackageErp.ACTION + "ImportFromPackage").getFirst();
      assertThat(asked.path("packageUrl").asString()).endsWith("/store/a.zip?sig=secret");
      assertThat(asked.path("definitionGroupId").asString()).isEqualTo("Orders");
      assertThat(asked.path("legalEntityId").asString()).isEqualTo("usmf");
      assertThat(asked.path("execute").asBoolean(false)).isTrue();
      assertThat(asked.path("overwrite").asBoolean(true)).isFalse();
      assertThat(asked.path("executionId"))
          .isEqualTo(
              erp.sent(PackageErp.ACTION + "GetExecutionSummaryStatus")
                  .getFirst()
                  .path("executionId"));
    }
  }

  @Test
  void anExecutionThatIsNotOnRecordIsUnknown() {
    try (CannedErp erp = PackageErp.ending()) {
      erp.refuses(
          PackageErp.ACTION + "GetExecutionSummaryStatus",
          400,
          "Execution details were not found for k.");
      assertThat(PackageErp.created(erp)).isInstanceOf(Outcome.Accepted.class);
      assertThat(erp.sent(PackageErp.ACTION + "ImportFromPackage")).hasSize(1);
    }
  }

  @Test
  void aWordNobodyKnowsIsTakenForAnImportThatRuns() {
    try (CannedErp erp = PackageErp.ending("Queued")) {
      assertThat(PackageErp.created(erp)).isInstanceOf(Outcome.Accepted.class);
      assertThat(erp.sent(PackageErp.ACTION + "ImportFromPackage")).isEmpty();
    }
  }

  @Test
  void aProjectThatIsNotThereStopsTheFlowAndNamesTheSetting() {
    try (CannedErp erp = PackageErp.of(PackageErp.CODES)) {
      PackageErp.offers(erp, PackageErp.address(erp));
      erp.refuses(
          PackageErp.ACTION + "ImportFromPackage",
          400,
          "The data project 'Orders' does not exist.");
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.Forbidden.class,
              stopped ->
                  assertThat(stopped.message()).contains("correct setting headerCharges.project"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"Error: Charges code 'FREIGHT' is blocked.\"]"
            + " | SalesOrderHeaderCharges[0].SalesChargeCode | is blocked. (job kontor-",
        "[{\"RecordId\": \"1\", \"ErrorMessage\": \"Item 'A1' is stopped\"}]"
            + " | SalesOrderLines[0].ItemNumber | Item 'A1' is stopped (job kontor-",
        "The field CurrencyCode is wrong | CurrencyCode | The field CurrencyCode is wrong (job",
        "[] | data package | the service gives no reason",
        "'' | data package | maps just the fields that the hub sends (job kontor-",
      })
  void whyAnImportFailedIsToldWithTheFieldItIsAbout(String told, String field, String problem) {
    try (CannedErp erp = PackageErp.ending("Unknown", "Failed")) {
      erp.on(PackageErp.ACTION + "GetExecutionErrors", 200, PackageErp.value(told));
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.Invalid.class,
              refused -> {
                assertThat(refused.field()).isEqualTo(field);
                assertThat(refused.problem()).contains(problem);
              });
    }
  }

  @Test
  void whatMetADeadlockIsTriedAgain() {
    try (CannedErp erp = PackageErp.ending("Unknown", "PartiallySucceeded")) {
      erp.on(
          PackageErp.ACTION + "GetExecutionErrors",
          200,
          PackageErp.value(
              "[\"Cannot create a record. Deadlock, where one or more users have locked it.\"]"));
      assertThat(PackageErp.created(erp)).isInstanceOf(Fault.Conflict.class);
    }
  }

  @Test
  void whatCannotBeSeenAfterAnImportMayBeThere() {
    try (CannedErp erp = PackageErp.ending("Unknown", "Succeeded")) {
      erp.on("GET SalesOrderHeadersV2", 503, "{}");
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.OutcomeUnknown.class,
              unknown -> assertThat(unknown.message()).contains("is over, but what came of it"));
    }
  }
}
