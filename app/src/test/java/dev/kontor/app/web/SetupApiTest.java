package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page or program sends to set the hub up, and what it is answered. */
class SetupApiTest {

  private static final String SECRET = "S3cretOfTheShop";

  private static final String SHOP =
      """
      {"connector": "shopware", "zone": "Europe/Berlin", "referencePrefix": "S1-",
       "settings": {"url": "https://shop.example", "clientId": "SWIAEXAMPLE000000000000000",
                    "clientSecret": "%s"},
       "reason": "first shop"}
      """
          .formatted(SECRET);

  @TempDir private Path home;
  private ObservedHub observed;

  @BeforeEach
  void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    observed.close();
  }

  private JsonNode answer(int status, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = observed.send(method, "/api/setup" + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain(SECRET);
    return JsonMapper.shared().readTree(answer.body());
  }

  private JsonNode setup() throws Exception {
    return JsonMapper.shared().readTree(observed.get("/api/setup").body());
  }

  @Test
  void systemsAndPacksAreOfferedWithAllTheirRules() throws Exception {
    JsonNode setup = setup();
    assertThat(setup.path("version").asInt()).isZero();
    assertThat(setup.path("refused").isNull()).isTrue();
    assertThat(setup.path("systems").findValuesAsString("id"))
        .contains("business-central", "shopware");
    assertThat(setup.path("systems").toString()).doesNotContain("$ref", "$defs");
    assertThat(setup.path("packs").path(0).path("roles").toString())
        .isEqualTo("{\"shop\":\"shopware\",\"erp\":\"business-central\"}");
  }

  @Test
  void aConnectionIsPutChangedAndTakenAway() throws Exception {
    assertThat(answer(200, "PUT", "/connections/shop", SHOP).path("version").asInt()).isEqualTo(1);
    JsonNode shop = setup().path("connections").path(0);
    assertThat(shop.path("origin").asString()).isEqualTo("console");
    assertThat(shop.path("secrets").path(0).asString()).isEqualTo("/clientSecret");
    assertThat(shop.path("settings").path("url").asString()).isEqualTo("https://shop.example");
    assertThat(shop.path("settings").has("clientSecret")).isFalse();
    assertThat(answer(200, "DELETE", "/connections/shop", "{\"reason\": \"a try\"}").toString())
        .isEqualTo("{\"version\":2}");
    assertThat(answer(404, "DELETE", "/connections/shop", "{\"reason\": \"again\"}").toString())
        .contains("there is no connection shop");
  }

  @Test
  void whatIsWrongIsSaidFieldByFieldAndNothingIsKept() throws Exception {
    JsonNode wrong = answer(400, "PUT", "/connections/shop", SHOP.replace("\"url\"", "\"ulr\""));
    assertThat(wrong.path("problems").findValuesAsString("field"))
        .contains("settings.url", "settings.ulr");
    assertThat(wrong.path("error").asString()).startsWith(wrong.path("field").asString());
    assertThat(answer(400, "PUT", "/connections/shop", "{\"secret\": 1}").path("field").asString())
        .isEqualTo("secret");
    assertThat(answer(400, "PUT", "/connections/Shop", SHOP).path("field").asString())
        .isEqualTo("name");
    assertThat(
            answer(400, "PUT", "/connections/shop", SHOP.replace("first shop", " "))
                .path("field")
                .asString())
        .isEqualTo("reason");
    String use =
        "{\"pack\": \"business-central--shopware\", \"roles\": {\"shop\": \"no\"}, \"reason\": \"r\"}";
    assertThat(answer(400, "PUT", "/uses", use).path("problems").findValuesAsString("field"))
        .contains("roles.shop", "roles.erp");
    assertThat(answer(404, "PUT", "/flows/orders", "{\"enabled\": false, \"reason\": \"r\"}"))
        .isNotNull();
    assertThat(setup().path("version").asInt()).isZero();
  }

  @Test
  void aDraftThatCannotBeIsSaidBeforeItsSystemIsAsked() throws Exception {
    String draft =
        "{\"name\": \"shop\", \"connector\": \"shopwere\", \"settings\": {\"clientSecret\": \"%s\"}}"
            .formatted(SECRET);
    JsonNode tried = answer(200, "POST", "/check", draft);
    assertThat(tried.path("checked").isNull()).isTrue();
    assertThat(tried.path("problems").path(0).path("field").asString()).isEqualTo("connector");
    assertThat(tried.path("problems").path(0).path("remedy").asString())
        .isEqualTo("did you mean 'shopware'?");
  }
}
