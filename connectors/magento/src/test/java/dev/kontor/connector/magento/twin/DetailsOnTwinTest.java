package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Categories, pictures and attributes of articles into the Magento twin. */
class DetailsOnTwinTest extends ArticlesOnTwin {

  private final Map<String, Attachment> files = new HashMap<>();

  private static ObjectNode content(String sku) {
    return ProductSamples.content(sku, "Article " + sku);
  }

  private static ObjectNode in(ObjectNode content, String... paths) {
    ArrayNode categories = content.putArray("categories");
    for (String path : paths) {
      ArrayNode steps = categories.addArray();
      for (String name : path.split("/")) {
        steps.addObject().put("code", name).put("name", name);
      }
    }
    return content;
  }

  private static ObjectNode property(ObjectNode content, String name, String value) {
    ObjectNode one = content.withArrayProperty("properties").addObject();
    one.put("name", name).put("value", value).putArray("texts");
    return content;
  }

  private ObjectNode shown(ObjectNode content, int... colours) {
    ArrayNode media = content.putArray("media");
    for (int colour : colours) {
      byte[] bytes = png(colour);
      files.put("picture/" + colour, new Attachment("image/png", bytes));
      media
          .addObject()
          .put("reference", "picture/" + colour)
          .put("contentType", "image/png")
          .put("sha256", sha256(bytes));
    }
    return content;
  }

  private static byte[] png(int colour) {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, colour);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the engine does: prepared, its files opened, then written. */
  private Outcome write(JsonNode content, @Nullable JsonNode before) {
    String sku = content.path("sku").asString();
    Prepared.Ready ready = (Prepared.Ready) writer.prepare(content, content);
    Map<String, Attachment> opened = new HashMap<>(files);
    opened.keySet().retainAll(ready.attachments());
    Write.Action action = before == null ? Write.Action.CREATE : Write.Action.UPDATE;
    String target = before == null ? null : sku;
    return writer
        .write(List.of(new Write("effect", action, sku, target, content, before, opened)))
        .getFirst();
  }

  private void written(JsonNode content, @Nullable JsonNode before) {
    assertThat(write(content, before)).isInstanceOf(Outcome.Written.class);
  }

  private JsonNode categories() {
    return shop.admin("GET", "/rest/all/V1/categories", null);
  }

  /** Names of the categories an article stands in. */
  private List<String> standsIn(String sku) {
    List<String> names = new ArrayList<>();
    shop.product("all", sku)
        .path("extension_attributes")
        .path("category_links")
        .forEach(
            link ->
                names.add(
                    shop.admin(
                            "GET",
                            "/rest/all/V1/categories/" + link.path("category_id").asString(),
                            null)
                        .path("name")
                        .asString()));
    return names.stream().sorted().toList();
  }

  private static long count(JsonNode category, String name) {
    long own = category.path("name").asString("").equals(name) ? 1 : 0;
    return own
        + category.path("children_data").valueStream().mapToLong(one -> count(one, name)).sum();
  }

  @Test
  void categoriesAreMadeOnceAndPeoplesStay() {
    ObjectNode first = in(content("C-1"), "Kleidung/Hemden", "Neuheiten");
    written(first, null);
    assertThat(standsIn("C-1")).containsExactly("Hemden", "Neuheiten");
    int own =
        shop.admin(
                "POST",
                "/rest/all/V1/categories",
                ModelJson.parse(
                    """
                    {"category": {"parent_id": 2, "name": "Schaufenster", "is_active": true}}\
                    """))
            .path("id")
            .asInt();
    shop.saveProduct(
        """
        {"sku": "C-1", "extension_attributes":
          {"category_links": [{"category_id": "%d", "position": 3}]}}\
        """
            .formatted(own));
    ObjectNode second = in(content("C-1"), "Kleidung/Hosen", "neuheiten");
    written(second, first);
    assertThat(standsIn("C-1")).containsExactly("Hosen", "Neuheiten", "Schaufenster");
    written(in(content("C-1")), second);
    assertThat(standsIn("C-1")).containsExactly("Schaufenster");
    assertThat(count(categories(), "Kleidung")).isEqualTo(1);
    assertThat(count(categories(), "Neuheiten") + count(categories(), "neuheiten")).isEqualTo(1);
  }

  @Test
  void aCategoryWhoseAnswerGotLostIsNotMadeTwice() {
    shop.dials().only("/rest/all/V1/categories", "POST").set("dropAnswerProbability", 1);
    ObjectNode content = in(content("C-2"), "Verloren/Gefunden");
    FaultException lost =
        Assertions.catchThrowableOfType(FaultException.class, () -> write(content, null));
    assertThat(lost.fault()).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.PRODUCT);
    written(content, null);
    assertThat(standsIn("C-2")).containsExactly("Gefunden");
    assertThat(count(categories(), "Verloren")).isEqualTo(1);
  }

  @Test
  void aComparisonMakesNothing() {
    ObjectNode content = content("C-3");
    written(content, null);
    ObjectNode wanted = property(in(content("C-3"), "Ungemacht"), "Pflege", "30 Grad");
    shown(wanted, 0x102030);
    Standing standing = writer.compare(List.of(new Writer.Draft(wanted, wanted))).getFirst();
    assertThat(((Standing.Other) standing).fields())
        .extracting(Standing.Field::name)
        .containsExactly("pflege", "categories", "pictures");
    assertThat(count(categories(), "Ungemacht")).isZero();
  }

  /** Files of an article in their order, those with roles marked. */
  private List<String> gallery(String sku) {
    return shop.product("all", sku)
        .path("media_gallery_entries")
        .valueStream()
        .sorted((a, b) -> Integer.compare(a.path("position").asInt(), b.path("position").asInt()))
        .map(
            entry ->
                entry.path("file").asString().replaceAll(".*/", "").replaceAll("\\..*", "")
                    + (entry.path("types").isEmpty() ? "" : "*"))
        .toList();
  }

  private static String name(int colour) {
    return sha256(png(colour));
  }

  @Test
  void picturesAreUploadedOnceInOrderAndTakenAway() {
    int red = 0xff0000;
    int green = 0x00ff00;
    int blue = 0x0000ff;
    String media = "/rest/all/V1/products/P-1/media";
    ObjectNode first = shown(content("P-1"), red, green);
    written(first, null);
    assertThat(gallery("P-1")).containsExactly(name(red) + "*", name(green));
    written(first, first);
    assertThat(shop.calls("POST", media)).isEqualTo(2);
    ObjectNode second = shown(content("P-1"), blue, red);
    written(second, first);
    assertThat(gallery("P-1")).containsExactly(name(blue) + "*", name(red));
    assertThat(shop.calls("POST", media)).isEqualTo(3);
    assertThat(((Prepared.Ready) writer.prepare(second, second)).attachments()).isEmpty();
    written(shown(content("P-1")), second);
    assertThat(gallery("P-1")).isEmpty();
  }

  @Test
  void picturesOfPeopleStayAndKeepTheirRoles() {
    written(content("P-2"), null);
    ObjectNode entry =
        (ObjectNode)
            ModelJson.parse(
                """
                {"entry": {"media_type": "image", "label": "Mine", "position": 1, "disabled": false,
                  "types": ["image"], "content": {"type": "image/png", "name": "mine.png"}}}\
                """);
    ((ObjectNode) entry.path("entry").path("content"))
        .put("base64_encoded_data", Base64.getEncoder().encodeToString(png(1)));
    shop.admin("POST", "/rest/all/V1/products/P-2/media", entry);
    ObjectNode content = shown(content("P-2"), 0x111111);
    written(content, content("P-2"));
    JsonNode image =
        shop.product("all", "P-2")
            .path("media_gallery_entries")
            .valueStream()
            .filter(one -> one.path("types").toString().contains("\"image\""))
            .findFirst()
            .orElseThrow();
    assertThat(image.path("label").asString()).isEqualTo("Mine");
    written(shown(content("P-2")), content);
    assertThat(gallery("P-2")).containsExactly("mine*");
  }

  @Test
  void aVariantHasItsOwnPictures() {
    ObjectNode content = ProductSamples.withSizes(shown(content("P-3"), 0x1), "M", "L");
    ObjectNode own = content("x");
    shown(own, 0x2);
    ((ObjectNode) content.path("variants").path(0)).set("media", own.path("media"));
    written(content, null);
    assertThat(gallery("P-3")).containsExactly(name(0x1) + "*");
    assertThat(gallery("P-3-M")).containsExactly(name(0x2) + "*");
    assertThat(gallery("P-3-L")).isEmpty();
  }

  @Test
  void aPictureWhoseAnswerGotLostIsThereOnce() {
    ObjectNode content = shown(content("P-4"), 0x123456);
    shop.dials().only("/rest/all/V1/products/P-4/media", "POST").set("dropAnswerProbability", 1);
    FaultException lost =
        Assertions.catchThrowableOfType(FaultException.class, () -> write(content, null));
    assertThat(lost.fault()).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.PRODUCT);
    written(content, null);
    assertThat(gallery("P-4")).containsExactly(name(0x123456) + "*");
  }

  @Test
  void anArticleNumberOfAnyCharactersIsAnAddress() {
    ObjectNode first = in(shown(content("P 8+9ä"), 0x89), "Neuheiten");
    written(first, null);
    written(in(shown(content("P 8+9ä"), 0x90)), first);
    JsonNode media = shop.product("P 8+9ä").path("media");
    assertThat(media).hasSize(1);
    assertThat(media.path(0).path("file").asString()).contains(name(0x90));
    assertThat(shop.product("P 8+9ä").path("attributes").path("category_ids")).isEmpty();
  }

  @Test
  void whatIsNoPictureIsTheArticlesFault() {
    ObjectNode content = shown(content("P-5"), 0x5);
    byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
    files.put("picture/5", new Attachment("image/png", text));
    ((ObjectNode) content.path("media").path(0)).put("sha256", sha256(text));
    assertThat(write(content, null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.field()).isEqualTo("media"));
    files.put("picture/5", new Attachment("image/png", png(0x5)));
    assertThat(write(content, null)).isInstanceOf(Fault.Conflict.class);
  }

  @Test
  void manyNewPicturesGoInSmallBatchesUntilTheyAreThere() {
    assertThat(writer.maxBatch()).isEqualTo(25);
    List<Writer.Draft> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ObjectNode content = shown(content("P-6-" + i), i, i + 100);
      many.add(new Writer.Draft(content, content));
    }
    writer.prepareAll(many);
    assertThat(writer.maxBatch()).isEqualTo(12);
    for (int i = 0; i < 5; i++) {
      writer.prepare(content("P-7"), content("P-7"));
    }
    assertThat(writer.maxBatch()).isEqualTo(250);
  }

  @Test
  void attributesAreTextsOrValuesOfDropdownsAndAreEmptiedAgain() {
    ObjectNode first = content("A-1").put("gtin", "4000000000123");
    property(first, "Material", "Leinen");
    property(first, "Material", "Baumwolle");
    property(first, "Pflege", "30 Grad");
    property(first, "Herkunft", "Portugal");
    ((ObjectNode) first.path("properties").path(0))
        .putArray("texts")
        .addObject()
        .put("language", "en-GB")
        .put("name", "Material")
        .put("value", "Linen");
    first.set(
        "texts",
        ModelJson.parse(
            """
            [{"language": "de-DE", "description": "Hemd"},
             {"language": "en-GB", "name": "Shirt", "description": "A shirt"}]\
            """));
    assertThat(((Prepared.Ready) writer.prepare(first, first)).notes())
        .containsExactly("attributes were left out; products.attributes does not name Herkunft");
    written(first, null);
    JsonNode there = shop.product("A-1").path("attributes");
    assertThat(there.path("stoff").asString()).isEqualTo("Leinen, Baumwolle");
    assertThat(there.path("pflege").asString()).matches("[0-9]+");
    assertThat(shop.product("us", "A-1").toString()).contains("Linen", "A shirt", "Shirt");
    written(content("A-1"), first);
    JsonNode after = shop.product("A-1").path("attributes");
    assertThat(after.path("stoff").asString("")).isEmpty();
    assertThat(after.path("pflege").asString("")).isEmpty();
    assertThat(after.path("ean").asString("")).isEmpty();
    assertThat(after.path("description").asString("")).isEmpty();
    assertThat(shop.product("us", "A-1").path("name").asString()).isEqualTo("Article A-1");
    assertThat(shop.product("us", "A-1").toString()).doesNotContain("Linen", "A shirt");
  }

  @Test
  void whatIsTheShopsWordByNowIsNotEmptied() {
    ObjectNode first = property(content("A-2"), "Material", "Leinen");
    first.set("texts", ModelJson.parse("[{\"language\": \"de-DE\", \"description\": \"Hemd\"}]"));
    written(first, null);
    ObjectNode left = content("A-2");
    left.putArray(Writer.Draft.LEAVES).add("texts").add("attributes");
    written(left, first);
    JsonNode there = shop.product("A-2").path("attributes");
    assertThat(there.path("stoff").asString("")).isEqualTo("Leinen");
    assertThat(there.path("description").asString("")).isEqualTo("Hemd");
  }

  @Test
  void categoriesAndAttributesGoWithTheArticles() {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ObjectNode content = in(property(content("S-" + i), "Pflege", "kalt"), "Viele");
      writes.add(new Write("e" + i, Write.Action.CREATE, "S-" + i, null, content));
    }
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
    assertThat(shop.calls("GET", "/rest/all/V1/products")).isEqualTo(1);
    assertThat(shop.calls("GET", "/rest/all/V1/categories")).isEqualTo(1);
  }
}
