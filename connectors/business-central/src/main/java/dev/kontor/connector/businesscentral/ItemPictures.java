package dev.kontor.connector.businesscentral;

import dev.kontor.model.Picture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The picture of an item or variant: one at most. Its bytes are read only to know them apart, and
 * only once per version of their owner, which changes with its picture
 * (business-central/behaviours.md §8).
 */
final class ItemPictures {

  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Company company;
  private final Remembered<Picture> known;

  ItemPictures(Company company) {
    this.company = company;
    this.known = new Remembered<>(company.clock(), REMEMBERED);
  }

  /** Which picture there is, without looking at it; empty if there is none. */
  static String version(JsonNode owner) {
    return exists(owner) ? Documents.version(owner) : "";
  }

  /**
   * @param set of the owner
   */
  List<Picture> of(String set, JsonNode owner) {
    if (!exists(owner)) {
      return List.of();
    }
    String reference = FileReferences.picture(set, Json.text(owner, "id", ""));
    String key = reference + " " + Documents.version(owner);
    Picture picture = known.get(key);
    return picture == null ? read(reference, key) : List.of(picture);
  }

  private List<Picture> read(String reference, String key) {
    Optional<Picture> picture =
        company.client().stream(reference)
            .map(file -> new Picture(reference, file.contentType(), Digest.sha256(file.bytes())));
    picture.ifPresent(read -> known.put(key, read));
    return picture.stream().toList();
  }

  private static boolean exists(JsonNode owner) {
    return Json.text(owner.path("picture"), "contentType") != null;
  }
}
