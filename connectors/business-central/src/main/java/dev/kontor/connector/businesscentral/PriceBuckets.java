package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A digest of all prices in a fixed number of buckets: small enough for a cursor, and where two
 * differ, the articles of that bucket may have changed, whatever the reason. So nothing is missed
 * that happened while nobody looked.
 *
 * @param digests by bucket; blank for one without articles
 */
record PriceBuckets(List<String> digests) {

  static final int COUNT = 512;
  private static final int LENGTH = 12;

  PriceBuckets {
    digests = List.copyOf(digests);
  }

  static PriceBuckets none() {
    String[] blank = new String[COUNT];
    Arrays.fill(blank, "");
    return new PriceBuckets(List.of(blank));
  }

  static int bucket(String sku) {
    return Math.floorMod(sku.hashCode(), COUNT);
  }

  /** Of articles in order of their numbers. */
  static PriceBuckets of(Map<String, PriceBoard.Entry> entries) {
    List<StringBuilder> texts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      texts.add(new StringBuilder());
    }
    entries.forEach(
        (sku, entry) ->
            texts.get(bucket(sku)).append(sku).append(' ').append(entry.version()).append('\n'));
    return new PriceBuckets(
        texts.stream()
            .map(text -> text.isEmpty() ? "" : Digest.of(text.toString()).substring(0, LENGTH))
            .toList());
  }

  static PriceBuckets of(JsonNode json) {
    List<String> digests = new ArrayList<>();
    json.forEach(digest -> digests.add(digest.asString("")));
    return digests.size() == COUNT ? new PriceBuckets(digests) : none();
  }

  JsonNode json() {
    ArrayNode array = ModelJson.mapper().createArrayNode();
    digests.forEach(array::add);
    return array;
  }

  /** The first bucket at or after {@code from} that differs; -1 if there is none. */
  int firstDifference(PriceBuckets other, int from) {
    for (int i = from; i < COUNT; i++) {
      if (!digests.get(i).equals(other.digests.get(i))) {
        return i;
      }
    }
    return -1;
  }

  PriceBuckets with(int bucket, String digest) {
    List<String> changed = new ArrayList<>(digests);
    changed.set(bucket, digest);
    return new PriceBuckets(changed);
  }
}
