package dev.kontor.connector.magento.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pictures of one product as they are to be. Those of the hub are known by their files' names;
 * others are people's, and keep place and roles.
 *
 * @param wanted each once, the first is the cover
 * @param there those of the shop
 */
public record Gallery(List<Image> wanted, List<Entry> there) {

  private static final List<String> ROLES = List.of("image", "small_image", "thumbnail");

  /**
   * @param product the shop's row, null if it has none yet
   */
  public static Gallery of(List<Image> wanted, @Nullable JsonNode product) {
    return new Gallery(
        wanted.stream().filter(Image::isTaken).distinct().toList(),
        product == null ? List.of() : Entry.all(product));
  }

  /** Those whose bytes the shop lacks. */
  public List<Image> missing() {
    Map<String, Entry> own = own();
    return wanted.stream().filter(image -> !own.containsKey(image.sha256())).toList();
  }

  /** The hub's, by digest; of one that is there twice the first. */
  private Map<String, Entry> own() {
    Map<String, Entry> own = new LinkedHashMap<>();
    there.stream()
        .filter(entry -> entry.sha256() != null)
        .sorted(Comparator.comparingInt(Entry::position))
        .forEach(entry -> own.putIfAbsent(Objects.requireNonNull(entry.sha256()), entry));
    return own;
  }

  /** What must be done, new ones first, so that the article is never without a picture. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    Map<String, Entry> own = own();
    Set<String> free = free();
    int last = 0;
    for (int i = 0; i < wanted.size(); i++) {
      Image image = wanted.get(i);
      Entry entry = own.get(image.sha256());
      Set<String> roles = new LinkedHashSet<>(entry == null ? Set.of() : entry.roles());
      if (i == 0) {
        roles.addAll(free);
      } else {
        roles.removeAll(free);
      }
      int place = entry == null ? last + 1 : Math.max(entry.position(), last + 1);
      if (entry == null) {
        moves.add(new Move.Upload(image, place, roles));
      } else if (place != entry.position() || !entry.roles().containsAll(roles)) {
        moves.add(new Move.Place(entry, place, roles));
      }
      last = place;
    }
    Set<String> digests = wanted.stream().map(Image::sha256).collect(Collectors.toSet());
    there.stream()
        .filter(entry -> entry.sha256() != null)
        .filter(
            entry -> !digests.contains(entry.sha256()) || !entry.equals(own.get(entry.sha256())))
        .forEach(entry -> moves.add(new Move.Remove(entry)));
    return moves;
  }

  /** Roles that people have given to none of their own pictures. */
  private Set<String> free() {
    Set<String> free = new LinkedHashSet<>(ROLES);
    there.stream()
        .filter(entry -> entry.sha256() == null)
        .forEach(entry -> free.removeAll(entry.roles()));
    return free;
  }

  /** Whether all is as it is to be. */
  public boolean isSame() {
    return moves().isEmpty();
  }

  /** In words: beginnings of the digests, in order. */
  public String told() {
    return wanted.stream().map(Image::sha256).map(Gallery::told).collect(Collectors.joining(", "));
  }

  /** Likewise of what is there. */
  public String toldThere() {
    return own().keySet().stream().map(Gallery::told).collect(Collectors.joining(", "));
  }

  private static String told(String digest) {
    return digest.substring(0, Math.min(8, digest.length()));
  }
}
