package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.kit.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of a partner's extension are as strict as the ERP's own. */
class PartnerAppTest extends TwinTest {

  private static final PartnerApp APP =
      new PartnerApp(
          "contoso/web/v1.0",
          List.of(
              new PartnerApp.Page(
                  """
                  itemData itemDatum
                    id guid ro
                    itemNumber code(20)
                    title string(10)
                    systemModifiedAt datetime ro""",
                  "itemNumber",
                  "items",
                  "number")));

  @Override
  Options options() {
    return Options.quick().withApp(APP);
  }

  private String address(String path) {
    return twin.appUri(APP.route()) + "/companies(" + twin.companyId() + ")/" + path;
  }

  private String refused(String body) throws Exception {
    return client.refused("POST", address("itemData"), body);
  }

  @Test
  void itsRowsAreReadFilteredAndChangedByTag() throws Exception {
    client.post(address("itemData"), "{\"itemNumber\":\"1000\",\"title\":\"Becher\"}");
    var row = client.get(address("itemData?$filter=itemNumber eq '1000'")).path("value").path(0);
    assertThat(row.path("title").asString()).isEqualTo("Becher");
    assertThat(row.path("systemModifiedAt").asString()).isNotEmpty();
    String path = address("itemData(" + row.path("id").asString() + ")");
    assertThat(client.refused("PATCH", path, "{\"title\":\"Krug\"}"))
        .startsWith("400 BadRequest_InvalidToken");
    client.patch(path, "{\"title\":\"Krug\"}");
    assertThat(client.get(path).path("title").asString()).isEqualTo("Krug");
    assertThat(client.refused("PATCH", path, "{}", "If-Match", row.path("@odata.etag").asString()))
        .startsWith("409 Request_EntityChanged");
  }

  @Test
  void whatItsTableCannotHoldIsRefused() throws Exception {
    client.post(address("itemData"), "{\"itemNumber\":\"1000\"}");
    assertThat(refused("{\"itemNumber\":\"1000\"}"))
        .startsWith("409 Internal_EntityWithSameKeyExists");
    assertThat(refused("{\"itemNumber\":\"NONE\"}"))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(refused("{\"title\":\"x\"}")).startsWith("400 Application_FieldValidationException");
    assertThat(refused("{\"itemNumber\":\"1001\",\"title\":\"elf Zeichen!\"}"))
        .startsWith("400 Application_StringExceededLength");
    assertThat(refused("{\"itemNumber\":\"1001\",\"titel\":\"x\"}")).startsWith("400");
  }

  @Test
  void itsMetadataAndItsRouteAreItsOwn() throws Exception {
    assertThat(client.send("GET", twin.appUri(APP.route()) + "/$metadata", "").body())
        .contains("EntitySet Name=\"itemData\"")
        .doesNotContain("EntitySet Name=\"items\"");
    assertThat(client.refused("GET", address("items"), "")).startsWith("404");
    assertThat(client.refused("GET", "itemData", "")).startsWith("404");
    assertThat(client.get("items?$top=1")).isNotEqualTo(Json.object());
  }
}
