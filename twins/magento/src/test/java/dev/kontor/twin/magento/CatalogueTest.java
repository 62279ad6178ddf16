package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products and customers as an ERP writes them. */
class CatalogueTest {
  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private Reply put(String scope, String sku, String product) {
    return shop.send(
        "PUT", "/rest/" + scope + "V1/products/" + sku, "{\"product\":" + product + "}");
  }

  private String name(String scope) {
    return shop.get("/rest/" + scope + "V1/products/ISO-59").json().path("name").asString();
  }

  private static String message(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    return reply.json().path("message").asString();
  }

  @Test
  void whatIsWrittenForAStoreHidesWhatIsWrittenForAll() {
    put("all/", "iso-59", "{\"name\":\"Isomatte 5 cm\",\"price\":61.9}");
    assertThat(name("")).isEqualTo("Isomatte 5 cm");
    put("", "ISO-59", "{\"name\":\"Isomatte im Laden\"}");
    put("all/", "ISO-59", "{\"name\":\"Isomatte 6 cm\"}");
    assertThat(name("")).isEqualTo("Isomatte im Laden");
    assertThat(name("all/")).isEqualTo("Isomatte 6 cm");
    assertThat(name("us/")).isEqualTo("Isomatte 6 cm");
  }

  @Test
  void aNewProductNeedsItsAttributeSetANameAndAnotherUrl() {
    assertThat(message(put("", "NEU-1", "{\"price\":5}"))).isEqualTo("Invalid product data: %1");
    assertThat(message(put("", "NEU-1", "{\"attribute_set_id\":4}")))
        .isEqualTo("Invalid value of \"%value\" provided for the %fieldName field.");
    String product = "{\"attribute_set_id\":4,\"name\":\"Neu\",\"price\":5}";
    assertThat(put("", "A%2FB%2B%C3%9C", product).json().path("sku").asString()).isEqualTo("A/B+Ü");
    assertThat(message(put("", "NEU-2", product))).startsWith("URL key");
    assertThat(shop.send("DELETE", "/rest/V1/products/A%2FB%2B%C3%9C", null).text())
        .isEqualTo("true");
  }

  @Test
  void unknownAttributesAreDroppedSilently() {
    String product =
        "{\"custom_attributes\":[{\"attribute_code\":\"erp_farbe\",\"value\":\"rot\"}]}";
    assertThat(put("all/", "ISO-59", product).text()).doesNotContain("erp_farbe");
    shop.post("/_twin/shop/attributes", "{\"code\":\"erp_farbe\"}");
    assertThat(put("all/", "ISO-59", product).text()).contains("erp_farbe");
  }

  @Test
  void customers() {
    String customer =
        "{\"customer\":{\"email\":\"neu@example.com\",\"firstname\":\"N\",\"lastname\":\"Eu\",\"group_id\":2,"
            + "\"addresses\":[{\"firstname\":\"N\",\"lastname\":\"Eu\",\"street\":[\"Weg 1\"],\"city\":\"Ulm\","
            + "\"postcode\":\"89073\",\"country_id\":\"DE\",\"telephone\":\"1\",\"default_billing\":true}]}}";
    Reply created = shop.post("/rest/V1/customers", customer);
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    String id = created.json().path("id").asString();
    assertThat(created.json().path("default_billing").asString()).isEqualTo("4");
    String taxvat = "{\"customer\":{\"taxvat\":\"DE811907980\"}}";
    Reply changed = shop.send("PUT", "/rest/V1/customers/" + id, taxvat);
    assertThat(changed.json().path("taxvat").asString()).isEqualTo("DE811907980");
    assertThat(changed.json().path("addresses").size()).isEqualTo(1);
    assertThat(shop.get("/rest/V1/customers/99").status()).isEqualTo(404);
  }
}
