package dev.kontor.connector.magento.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must be done so that a product shows the source's pictures, and people's stay. */
class GalleryTest {

  private static final Image FRONT = image('a');
  private static final Image BACK = image('b');
  private static final String ALL_ROLES = "[image, small_image, thumbnail]";

  private static Image image(char digest) {
    return new Image("items/" + digest, "image/jpeg", String.valueOf(digest).repeat(64));
  }

  private static String file(Image image) {
    return "/x/y/" + image.sha256() + ".jpg";
  }

  /** As the shop lists them: file, position, roles. */
  private static JsonNode product(Object... entries) {
    ObjectNode product = ModelJson.mapper().createObjectNode();
    ArrayNode list = product.putArray("media_gallery_entries");
    for (int i = 0; i < entries.length; i += 3) {
      ArrayNode types =
          list.addObject()
              .put("id", i / 3 + 1)
              .put("media_type", "image")
              .put("label", "Words of people")
              .put("file", (String) entries[i])
              .put("position", (Integer) entries[i + 1])
              .put("disabled", false)
              .putArray("types");
      for (String role : ((String) entries[i + 2]).split(" ")) {
        types.add(role);
      }
    }
    return product;
  }

  private static List<String> told(Gallery gallery) {
    return gallery.moves().stream().map(GalleryTest::told).toList();
  }

  private static String told(Move move) {
    return switch (move) {
      case Move.Upload up ->
          "upload " + up.image().sha256().charAt(0) + " at " + up.position() + " " + up.roles();
      case Move.Place place ->
          "place " + place.entry().id() + " at " + place.position() + " " + place.roles();
      case Move.Remove remove -> "remove " + remove.entry().id();
    };
  }

  @Test
  void aNewProductGetsAllWithTheFirstAsCover() {
    assertThat(told(Gallery.of(List.of(FRONT, BACK, FRONT), null)))
        .containsExactly("upload a at 1 " + ALL_ROLES, "upload b at 2 []");
  }

  @Test
  void whatIsThereIsNotUploadedAgain() {
    JsonNode there =
        product(file(FRONT), 1, "image small_image thumbnail", file(BACK), 5, "swatch_image");
    Gallery gallery = Gallery.of(List.of(FRONT, BACK), there);
    assertThat(gallery.isSame()).isTrue();
    assertThat(gallery.missing()).isEmpty();
  }

  @Test
  void aNumberThatTheShopAddedToTheFileIsSeenThrough() {
    String file = file(FRONT).replace(".jpg", "_12.jpg");
    JsonNode there = product(file, 1, "image small_image thumbnail");
    assertThat(Gallery.of(List.of(FRONT), there).isSame()).isTrue();
  }

  @Test
  void anotherOrderMovesAsLittleAsItMust() {
    JsonNode there = product(file(FRONT), 1, "image small_image thumbnail", file(BACK), 2, "x");
    assertThat(told(Gallery.of(List.of(BACK, FRONT), there)))
        .containsExactly("place 2 at 2 [x, image, small_image, thumbnail]", "place 1 at 3 []");
  }

  @Test
  void peoplesPicturesStayWithPlaceAndRoles() {
    JsonNode there = product("/m/y/mine.jpg", 1, "image thumbnail", file(BACK), 2, "small_image");
    assertThat(told(Gallery.of(List.of(FRONT), there)))
        .containsExactly("upload a at 1 [small_image]", "remove 2");
    assertThat(told(Gallery.of(List.of(), there))).containsExactly("remove 2");
  }

  @Test
  void whatWasUploadedTwiceIsThereOnce() {
    JsonNode there =
        product(
            file(FRONT), 1, "image small_image thumbnail", file(FRONT).replace(".", "_1."), 2, "");
    assertThat(told(Gallery.of(List.of(FRONT), there))).containsExactly("remove 2");
  }

  @Test
  void typesTheShopDoesNotTakeAreLeftOut() {
    Image drawing = new Image("x", "image/svg+xml", "c".repeat(64));
    assertThat(told(Gallery.of(List.of(drawing, FRONT), null)))
        .containsExactly("upload a at 1 " + ALL_ROLES);
  }

  /** Whatever was there: done once, nothing is left to do, and nothing of people's was touched. */
  @RepeatedTest(200)
  void onceDoneItIsDone(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Object> entries = new ArrayList<>();
    for (char one : "abcdef".toCharArray()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        String file = random.nextBoolean() ? file(image(one)) : "/p/" + one + i + ".jpg";
        // A role is that of one picture.
        boolean cover = !entries.contains("image") && random.nextInt(3) == 0;
        entries.addAll(List.of(file, random.nextInt(6), cover ? "image" : "x"));
      }
    }
    List<Image> wanted = new ArrayList<>();
    "abcdef".chars().filter(c -> random.nextBoolean()).forEach(c -> wanted.add(image((char) c)));
    Collections.shuffle(wanted, random);
    Gallery gallery = Gallery.of(wanted, product(entries.toArray()));
    List<Entry> people = gallery.there().stream().filter(e -> e.sha256() == null).toList();

    List<Entry> after = done(gallery);
    Gallery again = new Gallery(gallery.wanted(), after);
    assertThat(told(again)).isEmpty();
    assertThat(after).containsAll(people);
    assertThat(
            after.stream()
                .filter(entry -> entry.sha256() != null)
                .sorted(Comparator.comparingInt(Entry::position))
                .map(Entry::sha256))
        .containsExactlyElementsOf(wanted.stream().map(Image::sha256).toList());
  }

  /** As the shop does it; a role that is given leaves the picture that had it. */
  private static List<Entry> done(Gallery gallery) {
    List<Entry> entries = new ArrayList<>(gallery.there());
    for (Move move : gallery.moves()) {
      switch (move) {
        case Move.Upload up -> {
          free(entries, up.roles());
          entries.add(
              new Entry(
                  1_000 + entries.size(),
                  up.image().sha256(),
                  up.position(),
                  up.roles(),
                  ModelJson.mapper().createObjectNode()));
        }
        case Move.Place place -> {
          entries.removeIf(one -> one.id() == place.entry().id());
          free(entries, place.roles());
          Entry old = place.entry();
          entries.add(
              new Entry(old.id(), old.sha256(), place.position(), place.roles(), old.row()));
        }
        case Move.Remove remove -> entries.removeIf(one -> one.id() == remove.entry().id());
      }
    }
    return entries;
  }

  private static void free(List<Entry> entries, Set<String> roles) {
    Set<String> moved = new HashSet<>(roles);
    moved.remove("x");
    entries.replaceAll(
        one -> {
          Set<String> left = new LinkedHashSet<>(one.roles());
          left.removeAll(moved);
          return new Entry(one.id(), one.sha256(), one.position(), left, one.row());
        });
  }
}
