package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.financeoperations.visibility.SecurityService;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The add-in: its tokens, queries, changes and reservations. */
final class InventoryVisibilityTest {
  private static final String ROOT = "/api/environment/" + SecurityService.ENVIRONMENT + "/";
  private static final String SPOT =
      "'organizationId':'demf','productId':'AH-1003','dimensions':{'siteId':'1','locationId':'11'}";
  private final ManualClock clock = new ManualClock("2026-06-01T09:00:00Z");
  private Desk desk;
  private String token = "";

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(clock));
    token = issued(entra()).json().path("access_token").asString();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private String entra() {
    return desk.client
        .token("kontor-secret", SecurityService.ENTRA_SCOPE)
        .json()
        .path("access_token")
        .asString();
  }

  private Reply issued(String assertion) {
    String body =
        "{'grant_type':'client_credentials','client_assertion_type':'aad_app','client_assertion':'%s','scope':'https://inventoryservice.operations365.dynamics.com/.default','context':'%s','context_type':'finops-env'}"
            .formatted(assertion, SecurityService.ENVIRONMENT)
            .replace('\'', '"');
    Reply door = desk.client.send("POST", "/securityservice/token", body, "Api-Version", "1.0");
    assertThat(door.status()).isEqualTo(307);
    String gateway = door.headers().firstValue("Location").orElseThrow();
    return desk.client.send("POST", gateway, body, "Api-Version", "1.0");
  }

  private Reply call(String path, String body) {
    return desk.client.send(
        "POST", ROOT + path, body.replace('\'', '"'), "Authorization", "Bearer " + token);
  }

  private JsonNode quantities() {
    return call(
            "onhand/indexquery",
            "{'filters':{'organizationId':['demf'],'productId':['AH-1003'],'siteId':['1'],'locationId':['11']}}")
        .json()
        .path(0)
        .path("quantities");
  }

  @Test
  void oneTokenIsChangedForAnother() {
    String own =
        desk.client
            .token("kontor-secret", desk.twin.scope())
            .json()
            .path("access_token")
            .asString();
    assertThat(issued(own).status()).isEqualTo(401);
    assertThat(call("onhand/indexquery", "{}").status()).isEqualTo(400);
    clock.advance(Duration.ofHours(1));
    assertThat(call("onhand/indexquery", "{}").status()).isEqualTo(401);
    token = entra();
    assertThat(
            desk.client.send("GET", "Companies", null, "Authorization", "Bearer " + token).status())
        .isEqualTo(401);
  }

  @Test
  void stockOfTheSystemAndOfOthersIsToldTogether() {
    String change = "{'id':'1'," + SPOT + ",'quantities':{'pos':{'outbound':2}}}";
    assertThat(call("onhand", change).status()).isEqualTo(200);
    assertThat(call("onhand", change).status()).isEqualTo(200);
    assertThat(quantities().path("pos").path("outbound").decimalValue()).isEqualByComparingTo("2");
    assertThat(quantities().path("fno").path("availphysical").decimalValue())
        .isEqualByComparingTo("15");
    call(
        "setonhand/pos/bulk",
        "[" + change.replace("'id':'1'", "'id':'2'").replace(":2}", ":7}") + "]");
    assertThat(quantities().path("pos").path("outbound").decimalValue()).isEqualByComparingTo("7");
  }

  @Test
  void aQueryNamesItsPlacesAndNoProductStandsForAll() {
    String all =
        "{'filters':{'organizationId':['demf'],'productId':[],'siteId':['1'],'locationId':['11']}}";
    assertThat(
            call("onhand/indexquery", all)
                .json()
                .valueStream()
                .map(r -> r.path("productId").asString()))
        .contains("AH-1000", "AH-1003");
    for (String left : List.of("'productId':[],", "'siteId':['1'],", "['demf']", "['11']")) {
      String body = all.replace(left, left.startsWith("[") ? "[]" : "");
      assertThat(call("onhand/indexquery", body).status()).as(left).isEqualTo(400);
    }
  }

  @Test
  void aReservationCountsOnceAndOnlyWhatIsThere() {
    String ask = "{'id':'R1'," + SPOT + ",'quantity':10,'ifCheckAvailForReserv':true}";
    String id = call("onhand/reserve", ask).json().path("reservationId").asString();
    assertThat(call("onhand/reserve", ask).json().path("reservationId").asString()).isEqualTo(id);
    assertThat(quantities().path("iv").path("availabletoreserve").decimalValue())
        .isEqualByComparingTo("5");
    assertThat(
            call("onhand/reserve", ask.replace("R1", "R2"))
                .json()
                .path("processingStatus")
                .asString())
        .isEqualTo("failed");
    call("onhand/unreserve", "{'reservationId':'" + id + "'}");
    assertThat(quantities().path("iv").path("availabletoreserve").decimalValue())
        .isEqualByComparingTo("15");
  }

  @Test
  void bulksHaveALimitAndDimensionsAreNeeded() {
    String change = "{'id':'%d'," + SPOT + ",'quantities':{'pos':{'inbound':1}}}";
    String many =
        IntStream.range(0, 513)
            .mapToObj(change::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(call("onhand/bulk", many).status()).isEqualTo(400);
    String noSite = "{'id':'1'," + SPOT.replace("'siteId':'1',", "") + "}";
    assertThat(call("onhand", noSite).text()).contains("siteId and locationId");
  }
}
