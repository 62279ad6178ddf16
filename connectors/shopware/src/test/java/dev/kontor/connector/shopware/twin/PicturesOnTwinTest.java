package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PicturesOnTwinTest extends OnTwin {

  private final Flow articles = new Flow(writer(EntityType.PRODUCT));
  private final String front = picture("front");
  private final String back = picture("back");

  private String picture(String name) {
    byte[] bytes = ("PNG " + name).getBytes(StandardCharsets.UTF_8);
    articles.file(name, bytes, "image/png");
    return Ids.sha256(bytes);
  }

  private ObjectNode article(String number, String... names) {
    ObjectNode article = Contents.article(number, "Mit Bild");
    ArrayNode media = article.putArray("media");
    for (String name : names) {
      media
          .addObject()
          .put("reference", name)
          .put("contentType", "image/png")
          .put("sha256", name.equals("front") ? front : back);
    }
    return article;
  }

  private List<String> shown(String number) {
    return shop.shown(number).path("pictures").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aShopperSeesTheSourcesPicturesInTheirOrder() {
    articles.written(Write.Action.CREATE, null, article("B-1", "front", "back"));
    assertThat(shop.shown("B-1").path("cover").asString()).isEqualTo(front);
    assertThat(shown("B-1")).containsExactly(front, back);
  }

  @Test
  void theSamePictureIsUploadedOnce() {
    String id = articles.written(Write.Action.CREATE, null, article("B-1", "front"));
    assertThat(articles.asked).containsExactly("front");
    articles.written(Write.Action.UPDATE, id, article("B-1", "front"));
    assertThat(articles.asked).isEmpty();
    articles.written(Write.Action.CREATE, null, article("B-2", "front"));
    assertThat(articles.asked).isEmpty();
    assertThat(shown("B-2")).containsExactly(front);
    assertThat(shop.search("media", "fileName", front)).hasSize(1);
  }

  @Test
  void aPictureGoneAtTheSourceGoesAndTheNextIsTheCover() {
    String id = articles.written(Write.Action.CREATE, null, article("B-3", "front", "back"));
    articles.written(Write.Action.UPDATE, id, article("B-3", "back"));
    assertThat(shown("B-3")).containsExactly(back);
    assertThat(shop.shown("B-3").path("cover").asString()).isEqualTo(back);
    articles.written(Write.Action.UPDATE, id, article("B-3"));
    assertThat(shown("B-3")).isEmpty();
  }

  @Test
  void aPictureThatPeopleAddedStaysAndSoDoesTheirCover() {
    String id = articles.written(Write.Action.CREATE, null, article("B-4", "front"));
    String media = Ids.of("theirs");
    shop.admin("POST", "/api/media", Contents.json("{\"id\":\"" + media + "\"}"));
    String row = Ids.of("their row");
    shop.admin(
        "PATCH",
        "/api/product/" + id,
        Contents.json(
            "{\"media\":[{\"id\":\"%s\",\"mediaId\":\"%s\",\"position\":9}],\"coverId\":\"%s\"}"
                .formatted(row, media, row)));
    articles.written(Write.Action.UPDATE, id, article("B-4", "back"));
    JsonNode product = shop.search("product", "id", id).path(0);
    assertThat(product.path("coverId").asString()).isEqualTo(row);
    assertThat(shop.search("product-media", "productId", id)).hasSize(2);
  }

  /** The row was made, the upload never came: the next write heals it. */
  @Test
  void aPictureWithoutItsFileIsUploadedAgain() {
    String media = Ids.of("media|" + front);
    shop.admin("POST", "/api/media", Contents.json("{\"id\":\"" + media + "\"}"));
    articles.written(Write.Action.CREATE, null, article("B-5", "front"));
    assertThat(shown("B-5")).containsExactly(front);
  }

  @Test
  void aPictureChangedSinceItWasReadIsNotShownUnderItsOldName() {
    articles.file("front", "other bytes".getBytes(StandardCharsets.UTF_8), "image/png");
    assertThat(articles.run(Write.Action.CREATE, null, article("B-6", "front")))
        .isInstanceOf(Fault.Conflict.class);
    assertThat(shop.shown("B-6").isMissingNode()).isTrue();
  }

  @Test
  void aKindOfFileTheShopDoesNotTakeIsNamed() {
    ObjectNode article = article("B-7", "front");
    ((ObjectNode) article.path("media").path(0)).put("contentType", "image/x-psd");
    Outcome outcome = articles.run(Write.Action.CREATE, null, article);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.problem()).contains("image/x-psd"));
  }
}
