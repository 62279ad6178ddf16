package dev.kontor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ODataClientTest {

  private static final URI ROOT = URI.create("https://erp.example/v2.0/env/api/v2.0/");
  private final CannedHttp http = new CannedHttp();
  private final ODataClient client =
      new ODataClient(
          new ODataSession(
              http,
              ROOT,
              new OAuthTokens(http, URI.create("https://login.example/token"), Map.of()),
              Map.of("Accept-Language", "en-US"),
              new Faults(List.of())),
          "companies(7)/");

  @BeforeEach
  void signIn() {
    http.answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
  }

  @Test
  void asksWithEncodedOptionsAndFollowsNextLinksVerbatim() {
    String next = ROOT + "companies(7)/items?aid=FIN&$skiptoken=x%27y";
    http.answer(200, "{\"value\":[{\"n\":1}],\"@odata.nextLink\":\"" + next + "\"}");
    http.answer(200, "{\"value\":[{\"n\":2.50}]}");
    ODataQuery query =
        ODataQuery.of("items")
            .filter("number eq " + OData.quoted("O'Neil & Co"))
            .select(List.of("id", "number"))
            .expand("itemVariants($select=code)")
            .orderBy("number")
            .top(5);
    List<JsonNode> all = client.all(query);
    assertThat(all.get(1).path("n").decimalValue()).isEqualByComparingTo("2.50");
    assertThat(http.asked.get(1).uri().toString())
        .isEqualTo(
            ROOT
                + "companies(7)/items?$filter=number%20eq%20%27O%27%27Neil%20%26%20Co%27"
                + "&$select=id%2Cnumber&$expand=itemVariants%28%24select%3Dcode%29"
                + "&$orderby=number&$top=5");
    assertThat(http.asked.get(2).uri().toString()).isEqualTo(next);
    assertThat(http.asked.get(2).headers().firstValue("Accept-Language")).contains("en-US");
  }

  @Test
  void neverCarriesTheTokenToAnotherHost() {
    http.answer(200, "{\"value\":[],\"@odata.nextLink\":\"https://evil.example/items?a=b\"}");
    assertThatThrownBy(() -> client.all(ODataQuery.of("items")))
        .hasMessageContaining("evil.example");
    assertThat(http.asked).hasSize(2);
  }

  @Test
  void renewsARefusedTokenOnceThenGivesUp() {
    http.answer(401, "{\"error\":{\"code\":\"Authentication_InvalidCredentials\"}}");
    http.answer(200, "{\"access_token\":\"t2\",\"expires_in\":3600}");
    http.answer(200, "{\"id\":\"a\"}");
    assertThat(client.one(ODataQuery.of("items(a)"))).isPresent();
    assertThat(http.asked.get(3).headers().firstValue("Authorization")).contains("Bearer t2");
    http.answer(401, "").answer(200, "{\"access_token\":\"t3\",\"expires_in\":3600}");
    http.answer(401, "");
    assertThatThrownBy(() -> client.one(ODataQuery.of("items(a)")))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(Fault.SignInRefused.class));
  }

  @Test
  void aBatchAnswersPartByPart() {
    http.answer(
        200,
        """
        {"responses":[{"id":"2","status":400,"body":{"error":{"code":"C","message":"no"}}},
                      {"id":"1","status":201,"body":{"number":"S1"}}]}""");
    JsonNode body = ModelJson.parse("{\"a\":0.10}");
    Map<String, ODataClient.Answer> answers =
        client.batch(
            List.of(
                new ODataPart("1", "POST", "salesOrders", null, body),
                new ODataPart("2", "PATCH", "salesOrders(9)", "W/\"1\"", body),
                new ODataPart("3", "POST", "salesOrders", null, body)));
    assertThat(answers).containsOnlyKeys("1", "2");
    assertThat(answers.get("2"))
        .extracting(ODataClient.Answer::fault)
        .isEqualTo(new Fault.Invalid("salesOrders(9)", "salesOrders(9) answered 400 (C): no", "C"));
    CannedHttp.Asked asked = http.asked.get(1);
    assertThat(asked.uri()).isEqualTo(ROOT.resolve("$batch"));
    assertThat(asked.kind()).isEqualTo("write");
    assertThat(asked.headers().firstValue("Prefer")).contains("odata.continue-on-error");
    assertThat(asked.body())
        .contains("\"url\":\"companies(7)/salesOrders(9)\"", "\"If-Match\"", "\"a\":0.10");
  }

  @Test
  void writesCarryTheEtagAndActionsTheirName() {
    http.answer(409, "{\"error\":{\"code\":\"Request_EntityChanged\",\"message\":\"changed\"}}");
    assertThatThrownBy(() -> client.update("customers(1)", "W/\"5\"", ModelJson.parse("{}")))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Conflict.class));
    assertThat(http.asked.get(1).headers().firstValue("If-Match")).contains("W/\"5\"");
    http.answer(204, "");
    client.action("salesOrders(1)", "Microsoft.NAV.shipAndInvoice", ModelJson.parse("{}"));
    assertThat(http.asked.get(2).uri().toString())
        .endsWith("companies(7)/salesOrders(1)/Microsoft.NAV.shipAndInvoice");
    http.answer(204, "");
    client.delete("salesOrders(1)", "*");
    assertThat(http.asked.get(3).method()).isEqualTo("DELETE");
  }

  @Test
  void metadataTellsWhatAnOlderServiceLacks() {
    http.answer(
        200,
        """
        <edmx:Edmx xmlns:edmx="e"><edmx:DataServices><Schema Namespace="Microsoft.NAV" xmlns="s">
          <EntityType Name="item"><Key><PropertyRef Name="id"/></Key>
            <Property Name="id" Type="Edm.Guid"/><Property Name="gtin" MaxLength="14"/>
            <NavigationProperty Name="itemVariants"/></EntityType>
          <EntityContainer Name="NAV"><EntitySet Name="items" EntityType="Microsoft.NAV.item"/>
          </EntityContainer></Schema></edmx:DataServices></edmx:Edmx>""");
    EntityModel model = client.metadata();
    assertThat(model.has("items", "itemVariants")).isTrue();
    assertThat(model.has("items", "displayName2")).isFalse();
    assertThat(model.has("salesOrders")).isFalse();
    assertThat(model.maxLength("items", "gtin")).isEqualTo(14);
    assertThat(model.only("items", List.of("id", "x", "gtin"))).containsExactly("id", "gtin");
  }
}
