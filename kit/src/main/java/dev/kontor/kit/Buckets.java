package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A digest of all documents of a kind in a fixed number of buckets: small enough for a cursor, and
 * where two differ, the documents of that bucket may have changed, whatever the reason. So nothing
 * is missed that happened while nobody looked.
 *
 * @param digests by bucket; blank for one without documents
 */
record Buckets(List<String> digests) {

  private static final int COUNT = 512;
  private static final int LENGTH = 12;

  static final Buckets NONE = new Buckets(Collections.nCopies(COUNT, ""));

  Buckets {
    digests = List.copyOf(digests);
  }

  static int bucket(String id) {
    return Math.floorMod(id.hashCode(), COUNT);
  }

  /**
   * @param versions by id, in order
   */
  static Buckets of(Map<String, String> versions) {
    List<StringBuilder> texts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      texts.add(new StringBuilder());
    }
    versions.forEach(
        (id, version) -> texts.get(bucket(id)).append(id).append(' ').append(version).append('\n'));
    return new Buckets(
        texts.stream().map(text -> text.isEmpty() ? "" : digest(text.toString())).toList());
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static Buckets of(JsonNode json) {
    List<String> digests = json.valueStream().map(digest -> digest.asString("")).toList();
    return digests.size() == COUNT ? new Buckets(digests) : NONE;
  }

  JsonNode json() {
    ArrayNode array = ModelJson.mapper().createArrayNode();
    digests.forEach(array::add);
    return array;
  }

  /** The first bucket that differs; -1 if there is none. */
  int firstDifference(Buckets other) {
    for (int i = 0; i < COUNT; i++) {
      if (!digests.get(i).equals(other.digests.get(i))) {
        return i;
      }
    }
    return -1;
  }

  Buckets with(int bucket, String digest) {
    List<String> changed = new ArrayList<>(digests);
    changed.set(bucket, digest);
    return new Buckets(changed);
  }
}
