package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Writing customers: checks, defaults, versions, and what errors say. */
final class CustomerTest {
  private static final String MELLER = "CustomersV3(dataAreaId='demf',CustomerAccount='10000')";
  private FinanceOperationsTwin twin;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    twin = FinanceOperationsTwin.start(Options.quick());
    client = new Client(twin);
  }

  @AfterEach
  void stop() {
    client.close();
    twin.close();
  }

  @Test
  void aNewCustomerHasNumberPartyAddressAndDefaultsOfItsGroup() {
    String body =
        "{'dataAreaId':'demf','CustomerGroupId':'WEB','PartyType':'Person','PersonFirstName':'Änne',"
            + "'PersonLastName':'Öztürk','PrimaryContactEmail':'aenne@example.org',"
            + "'AddressStreet':'Weg 1','AddressCity':'Kiel','AddressZipCode':'24103',"
            + "'AddressCountryRegionId':'DEU'}";
    JsonNode first = client.post("CustomersV3", body);
    JsonNode second = client.post("CustomersV3", body);
    assertThat(first.path("CustomerAccount").asString()).isEqualTo("C000001");
    assertThat(second.path("CustomerAccount").asString()).isEqualTo("C000002");
    assertThat(second.path("PartyNumber")).isNotEqualTo(first.path("PartyNumber"));
    assertThat(first.path("PaymentTerms").asString()).isEqualTo("VORKASSE");
    assertThat(first.path("SalesTaxGroup").asString()).isEqualTo("DE-INL");
    assertThat(first.path("IsSalesTaxIncludedInPrices").asString()).isEqualTo("Yes");
    assertThat(first.path("SalesCurrencyCode").asString()).isEqualTo("EUR");
    assertThat(first.path("FullPrimaryAddress").asString()).isEqualTo("Weg 1\n24103 Kiel\nDEU");
    JsonNode address =
        client.rows("CustomerPostalAddresses", "CustomerAccountNumber eq 'C000001'").path(0);
    assertThat(address.path("IsPrimary").asString()).isEqualTo("Yes");
    assertThat(address.path("AddressCity").asString()).isEqualTo("Kiel");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = (char) 34,
      delimiter = '|',
      value = {
        "'Nonsense':'x'|The property 'Nonsense' does not exist",
        "'CreditLimit':'5'|Cannot convert the literal",
        "'CreditLimitIsMandatory':true|Cannot convert the literal",
        "'OnHoldStatus':'Maybe'|Cannot convert the literal",
        "'FullPrimaryAddress':'x'|is read-only",
        "'CreditLimit':null|A null value was found",
        "'PaymentTerms':'NIE'|The value 'NIE' in field 'PaymentTerms' is not found",
        "'AddressCountryRegionId':'DE'|The value 'DE' in field 'AddressCountryRegionId'",
        "'SalesTaxGroup':'NIE'|The value 'NIE' in field 'SalesTaxGroup'",
        "'CustomerAccount':'X1'|is drawn from the number sequence",
      })
  void refusals(String field, String why) {
    String body = "{'CustomerGroupId':'WEB','OrganizationName':'A'," + field + "}";
    assertThat(client.refused("POST", "CustomersV3", body)).startsWith("400 ").contains(why);
  }

  @Test
  void whatHelpsStandsInTheInfoLogInTheUsersLanguage() {
    assertThat(client.refused("POST", "CustomersV3", "{'OrganizationName':'A'}"))
        .isEqualTo(
            "400 Write failed for table row of type 'CustomerV3Entity'. Infolog: Error: Field 'CustomerGroupId' must be filled in.; Error: Update has been canceled..");
    twin.control().set(Json.object().put("language", "de"));
    assertThat(client.refused("POST", "CustomersV3", "{'OrganizationName':'A'}"))
        .contains("Infolog: Error: Das Feld 'CustomerGroupId' muss ausgefüllt werden.;");
    String message =
        client.send("POST", "CustomersV3", "{}").json().path("error").path("message").asString();
    assertThat(message).isEqualTo("An error has occurred.");
  }

  @Test
  void aStaleVersionIsRefused() {
    String tag = client.get(MELLER).path("@odata.etag").asString();
    assertThat(tag).startsWith("W/\"");
    assertThat(client.send("PATCH", MELLER, "{\"SalesMemo\":\"a\"}", "If-Match", tag).status())
        .isEqualTo(204);
    assertThat(client.refused("PATCH", MELLER, "{'SalesMemo':'b'}", "If-Match", tag))
        .startsWith("412 ");
    twin.control().set(Json.object().put("staleTagStatus", 409));
    assertThat(client.refused("PATCH", MELLER, "{'SalesMemo':'b'}", "If-Match", tag))
        .startsWith("409 ")
        .contains("An update conflict occurred due to another user process");
    client.patch(MELLER, "{'SalesMemo':'last write wins'}");
    assertThat(client.get(MELLER).path("SalesMemo").asString()).isEqualTo("last write wins");
  }

  @Test
  void aConflictWithAnotherProcessPasses() {
    client.send("POST", "/_twin/conflicts", "{\"times\":1}");
    assertThat(client.refused("PATCH", MELLER, "{'SalesMemo':'a'}")).contains("update conflict");
    client.patch(MELLER, "{'SalesMemo':'a'}");
  }

  @Test
  void statusesOfMissingAndExistingKeysAreSwitches() {
    String nobody = "CustomersV3(dataAreaId='demf',CustomerAccount='NOBODY')";
    assertThat(client.refused("PATCH", nobody, "{'SalesMemo':'a'}")).startsWith("404 ");
    twin.control().set(Json.object().put("missingPatchStatus", 400));
    assertThat(client.refused("PATCH", nobody, "{'SalesMemo':'a'}")).startsWith("400 ");
    twin.control().set(Json.object().put("customerNumbers", "EITHER"));
    String body = "{'CustomerAccount':'10000','CustomerGroupId':'WEB','OrganizationName':'A'}";
    assertThat(client.refused("POST", "CustomersV3", body))
        .startsWith("400 ")
        .contains("already exists");
    twin.control().set(Json.object().put("existingPostStatus", 409));
    assertThat(client.refused("POST", "CustomersV3", body)).startsWith("409 ");
  }

  @Test
  void oneAddressIsPrimaryAndShowsOnTheCustomer() {
    client.post(
        "CustomerPostalAddresses",
        "{'dataAreaId':'demf','CustomerAccountNumber':'10000','AddressCity':'Bremen',"
            + "'AddressCountryRegionId':'DEU','IsPrimary':'Yes','IsRoleDelivery':'Yes'}");
    assertThat(client.get(MELLER).path("AddressCity").asString()).isEqualTo("Bremen");
    assertThat(
            client.rows(
                "CustomerPostalAddresses",
                "CustomerAccountNumber eq '10000' and IsPrimary eq Microsoft.Dynamics.DataEntities.NoYes'Yes'"))
        .hasSize(1);
  }

  @Test
  void aCompanyNobodyHasIsRefused() {
    String body = "{'dataAreaId':'xxxx','CustomerGroupId':'WEB','OrganizationName':'A'}";
    assertThat(client.refused("POST", "CustomersV3", body)).contains("The value 'xxxx'");
  }
}
