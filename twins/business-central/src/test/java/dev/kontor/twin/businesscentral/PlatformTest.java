package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlatformTest extends TwinTest {
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Override
  Options options() {
    InstantSource clock = () -> now;
    return Options.quick().clocked(clock).limited(60);
  }

  @Test
  void wrongSecretsAreAnsweredLikeTheIdentityService() throws Exception {
    HttpResponse<String> wrong = client.token("kontor", "guess");
    assertThat(wrong.statusCode()).isEqualTo(401);
    JsonNode body = Client.body(wrong);
    assertThat(body.path("error").asString()).isEqualTo("invalid_client");
    assertThat(body.path("error_description").asString()).startsWith("AADSTS7000215");
    assertThat(client.token("nobody", "x").statusCode()).isEqualTo(400);
  }

  @Test
  void anExpiredSecretIsToldFromAWrongOne() throws Exception {
    twin.replaceSecret("successor");
    HttpResponse<String> expired = client.token("kontor", "kontor-secret");
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(Client.body(expired).path("error").asString()).isEqualTo("invalid_client");
    assertThat(Client.body(expired).path("error_description").asString())
        .startsWith("AADSTS7000222");
    assertThat(client.token("kontor", "successor").statusCode()).isEqualTo(200);
    assertThat(client.send("GET", "items", "").statusCode()).as("token so far").isEqualTo(200);
  }

  @Test
  void tokensExpire() throws Exception {
    assertThat(client.send("GET", "items", "").statusCode()).isEqualTo(200);
    now = now.plusSeconds(3600);
    assertThat(client.refused("GET", "items", ""))
        .startsWith("401 Authentication_InvalidCredentials");
    client.signIn();
    assertThat(client.send("GET", "items", "").statusCode()).isEqualTo(200);
  }

  @Test
  void companiesAreListedAndAddressedInThreeWays() throws Exception {
    String root = twin.apiUri().toString();
    JsonNode company = client.get(root + "/companies").path("value").path(0);
    assertThat(company.path("name").asString()).isEqualTo("Kontor Demo GmbH");
    assertThat(client.get(root + "/items?company=" + twin.companyId()).path("value")).isNotEmpty();
    String withoutTenant = root.replaceFirst("/v2.0/[^/]+/", "/v2.0/");
    assertThat(client.get(withoutTenant + "/companies").path("value")).hasSize(1);
    assertThat(
            client.refused(
                "GET", root + "/companies(11111111-2222-3333-4444-555555555555)/items", ""))
        .startsWith("404 Internal_CompanyNotFound");
    assertThat(client.refused("POST", root + "/companies", "{}")).startsWith("405");
    assertThat(client.refused("GET", root.replace("production", "sandbox") + "/companies", ""))
        .startsWith("404 NoEnvironment");
    assertThat(client.refused("GET", "films", "")).startsWith("404 BadRequest_ResourceNotFound");
  }

  @Test
  void orOnDistinctFieldsIsRefusedAndLambdasAndListsAreIgnored() throws Exception {
    assertThat(client.refused("GET", "items?$filter=number eq '1' or displayName eq 'x'", ""))
        .startsWith(
            "400 BadRequest: The 'OR' operator is not supported on distinct fields on an OData filter");
    assertThat(client.get("items?$filter=itemVariants/any(v:v/code eq 'NONE')").path("value"))
        .hasSize(7);
    assertThat(client.get("items?$filter=number in ('1000','1001')").path("value")).hasSize(7);
  }

  @Test
  void pagesCarryTheNextLink() throws Exception {
    List<String> numbers = new ArrayList<>();
    String path = "items?$orderby=number desc&$select=number";
    while (!path.isEmpty()) {
      JsonNode page = Client.body(client.send("GET", path, "", "Prefer", "odata.maxpagesize=3"));
      page.path("value").forEach(i -> numbers.add(i.path("number").asString()));
      path = page.path("@odata.nextLink").asString("");
    }
    assertThat(numbers).hasSize(7).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void aBatchCreatesSeveralAndStopsAtTheFirstFailure() throws Exception {
    String part =
        "{\"id\":\"%s\",\"method\":\"POST\",\"url\":\"companies("
            + twin.companyId()
            + ")/salesOrders\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"customerNumber\":\"%s\"}}";
    String body =
        "{\"requests\":[%s,%s,%s]}"
            .formatted(
                part.formatted("1", "WEB"),
                part.formatted("2", "NONE"),
                part.formatted("3", "WEB"));
    String batch = twin.apiUri() + "/$batch";
    JsonNode responses = client.post(batch, body).path("responses");
    assertThat(responses).hasSize(2);
    assertThat(responses.path(0).path("body").path("number").asString()).isEqualTo("101001");
    assertThat(responses.path(1).path("status").asInt()).isEqualTo(400);
    assertThat(
            Client.body(client.send("POST", batch, body, "Prefer", "odata.continue-on-error"))
                .path("responses"))
        .hasSize(3);
    client.send("POST", batch, body, "Isolation", "snapshot");
    assertThat(client.get("salesOrders").path("value")).hasSize(3);
  }

  @Test
  void anOlderPlatformLacksTablesAndFields() throws Exception {
    try (BusinessCentralTwin old = BusinessCentralTwin.start(Options.quick().platform(19, false))) {
      Client oldClient = new Client(old);
      String metadata = oldClient.send("GET", old.apiUri() + "/$metadata", "").body();
      assertThat(metadata)
          .contains("EntitySet Name=\"salesOrders\"")
          .doesNotContain("EntitySet Name=\"locations\"", "itemVariantId");
      assertThat(oldClient.refused("GET", "locations", ""))
          .startsWith("404 BadRequest_ResourceNotFound");
      assertThat(
              oldClient.refused(
                  "GET",
                  old.uri()
                      + "/v2.0/production/api/microsoft/analytics/v1.0/companies("
                      + old.companyId()
                      + ")/itemLedgerEntries",
                  ""))
          .startsWith("404");
    }
    String metadata = client.send("GET", twin.apiUri() + "/$metadata", "").body();
    assertThat(metadata)
        .contains(
            "EntitySet Name=\"locations\"", "itemVariantId", "Member Name=\"In_x0020_Review\"");
  }

  @Test
  void theRateLimitAnswers429UntilTheWindowMoves() throws Exception {
    int refused = 0;
    for (int i = 0; i < 61; i++) {
      refused += client.send("GET", "currencies", "").statusCode() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(client.send("GET", "currencies", "").statusCode()).isEqualTo(200);
  }

  @Test
  void droppedAnswersLeaveTheOrderBehind() throws Exception {
    twin.dials().set("dropAnswerProbability", 1).only("/v2.0/", "POST");
    try {
      client.post(
          "salesOrders", "{\"customerNumber\":\"WEB\",\"externalDocumentNumber\":\"LOST\"}");
    } catch (java.io.IOException expected) {
      assertThat(client.get("salesOrders?$filter=externalDocumentNumber eq 'LOST'").path("value"))
          .hasSize(1);
      return;
    }
    throw new AssertionError("The answer should have been dropped.");
  }
}
