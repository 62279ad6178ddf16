package dev.kontor.twin.magento;

import static dev.kontor.twin.magento.Shelf.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.api.Integration;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pictures of products. */
class MediaTest extends OnShelf {
  private static final String MEDIA = "products/ISO-59/media";

  private static ObjectNode png(String name, String... types) {
    ObjectNode entry = Shelf.picture(name, PNG, "image/png");
    for (String type : types) {
      entry.withArrayProperty("types").add(type);
    }
    return entry;
  }

  private String add(ObjectNode entry) {
    return shelf.ok("POST", MEDIA, Json.object().set("entry", entry).toString()).asString();
  }

  private List<String> files() {
    return shelf.get(MEDIA).valueStream().map(e -> e.path("file").asString()).toList();
  }

  private void save(String entries) {
    shelf.ok("PUT", "products/ISO-59", "{'product':{'media_gallery_entries':" + entries + "}}");
  }

  @Test
  void aPictureIsKeptUnderTheShopsSpellingOfItsName() {
    String id = add(png("Öl & Holz.PNG", "image", "thumbnail"));
    JsonNode entry = shelf.get(MEDIA + "/" + id);
    assertThat(entry.path("file").asString()).isEqualTo("/_/l/_l_holz.png");
    assertThat(entry.path("types").toString()).isEqualTo("[\"image\",\"thumbnail\"]");
    assertThat(entry.path("position").asInt()).isEqualTo(1);
    JsonNode product = shelf.get("products/ISO-59");
    assertThat(Shelf.attribute(product, "image")).isEqualTo("/_/l/_l_holz.png");
    assertThat(Shelf.attribute(product, "small_image")).isEqualTo("no_selection");
    add(png("iso", "image"));
    add(png("iso.png"));
    assertThat(files()).containsExactly("/_/l/_l_holz.png", "/i/s/iso.png", "/i/s/iso_1.png");
    assertThat(shelf.get(MEDIA + "/" + id).path("types").toString())
        .as("a role is of one picture")
        .isEqualTo("[\"thumbnail\"]");
  }

  @Test
  void theBytesMustBeWhatIsSaid() {
    String notOfThatKind = "400 The image MIME type is not valid or not supported.";
    assertThat(refused(Shelf.picture("a.jpg", PNG, "image/jpeg"))).isEqualTo(notOfThatKind);
    byte[] bmp = new byte[30];
    bmp[0] = 'B';
    bmp[1] = 'M';
    assertThat(refused(Shelf.picture("a.bmp", bmp, "image/bmp"))).isEqualTo(notOfThatKind);
    assertThat(refused(Shelf.picture("a.png", new byte[] {1, 2, 3}, "image/png")))
        .isEqualTo("400 The image content must be valid base64 encoded data.");
    assertThat(refused(png("a/b.png")))
        .isEqualTo("400 Provided image name contains forbidden characters.");
    assertThat(refused(Json.object().put("media_type", "image")))
        .startsWith("400 The image content is invalid.");
    byte[] jpeg = new byte[40];
    int[] head = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1};
    for (int i = 0; i < head.length; i++) {
      jpeg[i] = (byte) head[i];
    }
    add(Shelf.picture("a.jpg", jpeg, "image/jpeg"));
    assertThat(files()).containsExactly("/a/_/a.jpg");
  }

  private String refused(ObjectNode entry) {
    return shelf.refused("POST", MEDIA, Json.object().set("entry", entry).toString());
  }

  @Test
  void aSaveWithoutPicturesLeavesThemAndOneWithoutSomeTakesThese() {
    String one = add(png("one.png", "image"));
    String two = add(png("two.png"));
    shelf.ok("PUT", "products/ISO-59", "{'product':{'price':6}}");
    assertThat(files()).hasSize(2);
    save("[{'id':%s,'label':'neu','position':7,'disabled':false}]".formatted(one));
    assertThat(files()).containsExactly("/o/n/one.png");
    JsonNode entry = shelf.get(MEDIA + "/" + one);
    assertThat(entry.path("label").asString()).isEqualTo("neu");
    assertThat(entry.path("types").toString()).as("roles not named stay").isEqualTo("[\"image\"]");
    assertThat(shelf.refused("GET", MEDIA + "/" + two, "")).startsWith("404 The image doesn't");
    save("[]");
    assertThat(files()).isEmpty();
    add(png("one.png"));
    assertThat(files()).as("the name is free again").containsExactly("/o/n/one.png");
  }

  @Test
  void aSaveThatAddsOneKeepsTheOthersButNotTheirRoles() {
    add(png("one.png", "image"));
    ObjectNode two = png("two.png");
    two.remove("disabled");
    save(Json.array().add(two).toString());
    assertThat(files()).containsExactly("/o/n/one.png", "/t/w/two.png");
    JsonNode entries = shelf.get(MEDIA);
    assertThat(entries.path(0).path("types")).isEmpty();
    assertThat(entries.path(1).path("disabled").asBoolean())
        .as("who does not say is disabled")
        .isTrue();
    assertThat(Shelf.attribute(shelf.get("products/ISO-59"), "image")).isEqualTo("no_selection");
  }

  @Test
  void oneIsChangedOrRemovedByItsNumber() {
    String one = add(png("one.png", "image"));
    String two = add(png("two.png"));
    String entry =
        "{'entry':{'media_type':'image','label':'Zwei','disabled':true,'types':['image']}}";
    assertThat(shelf.ok("PUT", MEDIA + "/" + two, entry).asBoolean()).isTrue();
    assertThat(shelf.get(MEDIA + "/" + one).path("types")).isEmpty();
    assertThat(Shelf.attribute(shelf.get("products/ISO-59"), "image")).isEqualTo("/t/w/two.png");
    assertThat(shelf.get(MEDIA + "/" + two).path("position").isNull()).isTrue();
    shelf.ok("DELETE", MEDIA + "/" + one, "");
    assertThat(files()).containsExactly("/t/w/two.png");
    assertThat(shelf.refused("DELETE", MEDIA + "/" + one, "")).startsWith("404 No image");
    assertThat(shelf.refused("PUT", MEDIA + "/" + one, entry)).startsWith("404 No image");
  }

  @Test
  void inBulkTheProductIsNamedInTheBody() {
    shelf.client.send("PUT", "/_twin/shop/consumer", "{\"on\":true}");
    ObjectNode item = Json.object().put("sku", "ISO-59");
    String body = Json.array().add(item.set("entry", png("one.png"))).toString();
    String bulk = "/rest/all/async/bulk/V1/products/bySku/media";
    assertThat(shelf.client.post(bulk, body).status()).isEqualTo(202);
    assertThat(files()).containsExactly("/o/n/one.png");
  }

  @ParameterizedTest
  @CsvSource({"Magento_Catalog::products,401", "Magento_Catalog::catalog,200"})
  void picturesNeedARightOfTheirOwn(String right, int status) throws IOException {
    Options options =
        Options.demo()
            .integrations(
                new Integration(
                    1,
                    Options.CONSUMER_KEY,
                    Options.CONSUMER_SECRET,
                    Options.TOKEN,
                    Options.TOKEN_SECRET,
                    Set.of(right)));
    try (MagentoTwin twin = MagentoTwin.start(options);
        SignedClient client = new SignedClient(twin.uri())) {
      assertThat(client.get("/rest/V1/" + MEDIA).status()).isEqualTo(status);
    }
  }
}
