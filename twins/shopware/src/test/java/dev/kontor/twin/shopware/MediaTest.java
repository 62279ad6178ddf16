package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MediaTest {
  private static final String MEDIA = "cccccccccccccccccccccccccccccc11";
  private static final String OTHER = "cccccccccccccccccccccccccccccc12";
  private static final String PICTURE = "not really a picture";
  private ShopwareTwin twin;
  private ShopClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = ShopClient.admin(twin);
    shop.upsert("media", "{\"id\":\"%s\"},{\"id\":\"%s\"}".formatted(MEDIA, OTHER));
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private ShopClient.Reply upload(String id, String query, String content) {
    shop.with("Content-Type", "image/png");
    var reply = shop.post("/api/_action/media/" + id + "/upload?" + query, content);
    shop.with("Content-Type", "application/json");
    return reply;
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode media(String id) {
    return shop.get("/api/media/" + id).json().path("data");
  }

  @Test
  void aPictureIsUploadedShownAndReadAgain() throws NoSuchAlgorithmException {
    assertThat(upload(MEDIA, "fileName=jacke&extension=png", PICTURE).status()).isEqualTo(204);
    JsonNode media = media(MEDIA);
    assertThat(media.path("fileName").asString()).isEqualTo("jacke");
    assertThat(media.path("mimeType").asString()).isEqualTo("image/png");
    assertThat(media.path("fileSize").asInt()).isEqualTo(PICTURE.length());
    assertThat(media.path("hasFile").asBoolean()).isTrue();
    String path = media.path("url").asString().replace(twin.uri().toString(), "");
    assertThat(shop.get(path).text()).isEqualTo(PICTURE);
    shop.upsert(
        "product",
        "{\"id\":\"%s\",\"cover\":{\"mediaId\":\"%s\",\"position\":1}}"
            .formatted(Catalogue.id("AH-1005"), MEDIA));
    JsonNode seen = shop.seen("AH-1005", "");
    assertThat(seen.path("cover").asString()).isEqualTo(sha256(PICTURE));
    assertThat(seen.path("pictures")).hasSize(1);
    JsonNode product = shop.read("product", Catalogue.id("AH-1005"), "{\"cover\":{},\"media\":{}}");
    assertThat(product.path("cover").path("media").path("id").asString()).isEqualTo(MEDIA);
    assertThat(product.path("media")).hasSize(1);
  }

  @Test
  void aSecondUploadReplacesTheFile() throws NoSuchAlgorithmException {
    upload(MEDIA, "fileName=jacke&extension=png", PICTURE);
    assertThat(upload(MEDIA, "fileName=jacke&extension=png", "other").status()).isEqualTo(204);
    String path = media(MEDIA).path("url").asString().replace(twin.uri().toString(), "");
    assertThat(shop.get(path).text()).isEqualTo("other");
    assertThat(path).contains("/" + sha256("other").substring(0, 2) + "/");
  }

  @Test
  void aNameIsGivenOncePerExtension() {
    upload(MEDIA, "fileName=jacke&extension=png", PICTURE);
    var taken = upload(OTHER, "fileName=jacke&extension=png", PICTURE);
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.error().path("code").asString())
        .isEqualTo("CONTENT__MEDIA_DUPLICATED_FILE_NAME");
    assertThat(taken.error().path("detail").asString())
        .isEqualTo("A file with the name \"jacke.png\" already exists.");
    assertThat(media(OTHER).path("hasFile").asBoolean()).isFalse();
    assertThat(upload(OTHER, "fileName=jacke&extension=jpg", PICTURE).status()).isEqualTo(204);
  }

  @Test
  void namesAreChecked() {
    assertThat(
            upload(MEDIA, "fileName=a%2Fb&extension=png", PICTURE)
                .error()
                .path("detail")
                .asString())
        .isEqualTo("Provided filename \"a/b\" is not permitted: Filename must not contain \"/\"");
    assertThat(upload(MEDIA, "fileName=a", PICTURE).error().path("code").asString())
        .isEqualTo("CONTENT__MEDIA_MISSING_FILE_EXTENSION");
    assertThat(upload(MEDIA, "fileName=a&extension=exe", PICTURE).error().path("code").asString())
        .isEqualTo("CONTENT__MEDIA_FILE_TYPE_NOT_SUPPORTED");
    assertThat(
            upload("cccccccccccccccccccccccccccccc99", "fileName=a&extension=png", PICTURE)
                .status())
        .isEqualTo(404);
    // Umlauts go: "Größe" is stored as "Gre".
    upload(MEDIA, "fileName=Gr%C3%B6%C3%9Fe&extension=png", PICTURE);
    assertThat(media(MEDIA).path("fileName").asString()).isEqualTo("Gre");
  }

  @Test
  void theShopFetchesAFileItself() {
    upload(MEDIA, "fileName=jacke&extension=png", PICTURE);
    var fetched =
        shop.post(
            "/api/_action/media/" + OTHER + "/upload?fileName=kopie&extension=png",
            "{\"url\":\"" + media(MEDIA).path("url").asString() + "\"}");
    assertThat(fetched.status()).isEqualTo(204);
    assertThat(media(OTHER).path("metaData")).isEqualTo(media(MEDIA).path("metaData"));
    var nowhere =
        shop.post(
            "/api/_action/media/" + OTHER + "/upload?fileName=x&extension=png",
            "{\"url\":\"" + twin.uri() + "/media/nix.png\"}");
    assertThat(nowhere.status()).isEqualTo(400);
  }

  @Test
  void whatTheFileSaysIsNotWritten() {
    var reply = shop.upsert("media", "{\"id\":\"" + MEDIA + "\",\"mimeType\":\"image/gif\"}");
    assertThat(reply.error().path("source").path("pointer").asString()).isEqualTo("/p/0/mimeType");
  }
}
