package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentTest {
  private static final String RECORDED_ORDER = "01a1fd7fa5e470159e94eb3dfde7a029";
  private ShopwareTwin twin;
  private ShopClient shop;
  private String order;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = ShopClient.admin(twin);
    order = shop.place("[{\"productNumber\":\"AH-1007\",\"quantity\":2}]").path("id").asString();
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private JsonNode create(String type, String number, String more) {
    return shop.post(
            "/api/_action/order/document/" + type + "/create",
            "[{\"orderId\":\"%s\",\"fileType\":\"pdf\",\"config\":{\"documentNumber\":\"%s\"}%s}]"
                .formatted(order, number, more))
        .json();
  }

  private String created(String type, String number) {
    return create(type, number, ",\"static\":true")
        .path("data")
        .path(0)
        .path("documentId")
        .asString();
  }

  private ShopClient.Reply upload(String id, String name, String content) {
    shop.with("Content-Type", "application/pdf");
    var reply =
        shop.post(
            "/api/_action/document/" + id + "/upload?fileName=" + name + "&extension=pdf", content);
    shop.with("Content-Type", "application/json");
    return reply;
  }

  private JsonNode truth(int index) {
    return shop.get("/_twin/truth/documents").json().path(index);
  }

  @Test
  void answersAreTheRecordedOnes() {
    JsonNode note = create("delivery_note", "LS-2026-2001", ",\"static\":true");
    JsonNode recorded = Fixtures.json("documents/delivery-note-static-create.json");
    assertThat(note.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
    assertThat(note.path("data").path(0).propertyNames())
        .containsExactlyInAnyOrderElementsOf(recorded.path("data").path(0).propertyNames());
    assertThat(note.path("data").path(0).path("documentMediaId").isNull()).isTrue();
    assertThat(note.path("errors")).isEqualTo(recorded.path("errors"));
    assertThat(
            create("invoice", "RE-2026-1001", "")
                .path("data")
                .path(0)
                .path("documentMediaId")
                .isNull())
        .isFalse();
    String duplicate =
        Fixtures.json("documents/invoice-duplicate-number.json")
            .toString()
            .replace(RECORDED_ORDER, order);
    assertThat(create("invoice", "RE-2026-1001", "")).isEqualTo(Json.MAPPER.readTree(duplicate));
  }

  @Test
  void anOwnFileIsTakenOnceAndGivenBack() {
    String id = created("invoice", "RE-1");
    JsonNode uploaded = upload(id, "RE-1", "%PDF mine").json();
    assertThat(uploaded.propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Fixtures.json("documents/upload.json").propertyNames());
    assertThat(upload(id, "RE-1b", "%PDF").json())
        .isEqualTo(Fixtures.json("documents/upload-twice-error.json"));
    String link = uploaded.path("documentDeepLink").asString();
    assertThat(shop.get("/api/_action/document/" + id + "/" + link).text()).isEqualTo("%PDF mine");
    var wrong = shop.get("/api/_action/document/" + id + "/falsch");
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.error().path("code").asString()).isEqualTo("DOCUMENT__DOCUMENT_NOT_FOUND");
    assertThat(truth(0).path("size").asInt()).isEqualTo(9);
    assertThat(truth(0).path("fileName").asString()).isEqualTo("RE-1.pdf");
  }

  @Test
  void guardsOfTheUpload() {
    String id = created("invoice", "RE-1");
    String link = shop.read("document", id, "{}").path("deepLinkCode").asString();
    assertThat(shop.get("/api/_action/document/" + id + "/" + link).status()).isEqualTo(204);
    assertThat(upload(id, "", "%PDF").error().path("detail").asString())
        .isEqualTo("Unable to generate document. Parameter \"fileName\" is missing");
    String printed =
        create("delivery_note", "LS-1", "").path("data").path(0).path("documentId").asString();
    assertThat(upload(printed, "LS-1", "%PDF").error().path("detail").asString())
        .isEqualTo("Unable to generate document. Document already exists");
    upload(id, "RE-1", "%PDF");
    // Documents are private files: their names are given once, whichever order they belong to.
    assertThat(
            upload(created("delivery_note", "LS-2"), "RE-1", "%PDF")
                .error()
                .path("code")
                .asString())
        .isEqualTo("CONTENT__MEDIA_DUPLICATED_FILE_NAME");
  }

  @Test
  void aReversalNeedsItsInvoice() {
    JsonNode none = create("storno", "ST-1", ",\"static\":true");
    JsonNode error = none.path("errors").path(order).path(0);
    assertThat(error.path("code").asString()).isEqualTo("DOCUMENT__GENERATION_ERROR");
    assertThat(error.path("detail").asString())
        .isEqualTo(
            "Unable to generate document. Can not generate storno document because no invoice"
                + " document exists. OrderId: "
                + order);
    String invoice = created("invoice", "RE-1");
    assertThat(create("storno", "ST-1", ",\"static\":true").path("data")).hasSize(1);
    assertThat(truth(1).path("referencedDocumentId").asString()).isEqualTo(invoice);
    assertThat(
            create("credit_note", "GS-1", ",\"referencedDocumentId\":\"" + invoice + "\"")
                .path("errors")
                .path(order)
                .path(0)
                .path("detail")
                .asString())
        .contains("because no credit line items exists");
    shop.post(
        "/_twin/shop/orders/" + order + "/edit",
        "{\"added\":[{\"type\":\"credit\",\"label\":\"Gutschrift\",\"priceDefinition\":{\"price\":-5,\"quantity\":1}}]}");
    assertThat(create("credit_note", "GS-1", "").path("data")).hasSize(1);
  }

  @Test
  void anUnknownOrderComesToNothingAnUnknownTypeIsRefused() {
    String known = order;
    order = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
    assertThat(create("invoice", "RE-1", "").toString()).isEqualTo("{\"data\":[],\"errors\":[]}");
    order = known;
    assertThat(create("rechnung", "RE-1", "").path("errors").path(0).path("code").asString())
        .isEqualTo("DOCUMENT__INVALID_RENDERER_TYPE");
  }

  @Test
  void theBuyerSeesWhatWasSentAndMarkedForHim() {
    JsonNode made =
        shop.post(
                "/api/_action/order/document/invoice/create",
                "[{\"orderId\":\"%s\",\"static\":true,\"config\":{\"documentNumber\":\"RE-1\",\"displayInCustomerAccount\":true}}]"
                    .formatted(order))
            .json();
    String id = made.path("data").path(0).path("documentId").asString();
    upload(id, "RE-1", "%PDF");
    assertThat(truth(0).path("shownToBuyer").asBoolean()).isFalse();
    shop.post(
        "/api/_action/order/" + order + "/state/process", "{\"documentIds\":[\"" + id + "\"]}");
    assertThat(truth(0).path("shownToBuyer").asBoolean()).isTrue();
    assertThat(
            shop.get("/_twin/truth/mails")
                .json()
                .path("mails")
                .path(0)
                .path("documentIds")
                .toString())
        .isEqualTo("[\"" + id + "\"]");
    String other = created("delivery_note", "LS-1");
    shop.send("PATCH", "/api/document/" + other, "{\"sent\":true}");
    assertThat(truth(1).path("shownToBuyer").asBoolean()).isFalse();
  }
}
