package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All documents of a kind at one moment, told by what differs from what was told before: for what
 * bears no time of change, or changes without being touched. A cursor holds a digest of all that
 * was told, so that whatever changes a document shows, also after days without a poll.
 */
public final class Snapshot {

  private static final String TOLD = "told";
  private static final String BUCKET = "bucket";
  private static final String AFTER = "after";
  private static final String DIGEST = "digest";

  private final SortedMap<String, String> versions;
  private final Buckets now;

  /**
   * @param versions by id; not changed any more
   */
  public Snapshot(SortedMap<String, String> versions) {
    this.versions = versions;
    this.now = Buckets.of(versions);
  }

  /** Whether the page before was not the last one: the same snapshot may serve the next. */
  public static boolean isUnderWay(@Nullable Cursor from) {
    return from != null && ModelJson.parse(from.value()).has(BUCKET);
  }

  /**
   * Documents that may have changed since; of such a bucket all are told.
   *
   * @param thin makes the document of an id, without content
   */
  public Page changes(@Nullable Cursor from, int limit, Function<String, Document> thin) {
    JsonNode at =
        from == null ? ModelJson.mapper().createObjectNode() : ModelJson.parse(from.value());
    Buckets told = Buckets.of(at.path(TOLD));
    int bucket = at.path(BUCKET).asInt(-1);
    String after = at.path(AFTER).asString("");
    String digest = at.path(DIGEST).asString("");
    List<Document> documents = new ArrayList<>();
    while (documents.size() < limit) {
      if (bucket < 0) {
        bucket = now.firstDifference(told);
        if (bucket < 0) {
          return new Page(documents, cursor(told, -1, "", ""), false);
        }
        after = "";
        digest = now.digests().get(bucket);
      }
      List<String> some = ids(bucket, after, limit - documents.size());
      some.forEach(id -> documents.add(thin.apply(id)));
      if (documents.size() < limit) {
        told = told.with(bucket, digest);
        bucket = -1;
      } else {
        after = some.getLast();
      }
    }
    return new Page(documents, cursor(told, bucket, after, digest), true);
  }

  /**
   * A bucket is told as it was when its first document was; what changes meanwhile differs again.
   */
  private static Cursor cursor(Buckets told, int bucket, String after, String digest) {
    ObjectNode json = ModelJson.mapper().createObjectNode();
    json.set(TOLD, told.json());
    if (bucket >= 0) {
      json.put(BUCKET, bucket).put(AFTER, after).put(DIGEST, digest);
    }
    return new Cursor(json.toString());
  }

  private List<String> ids(int bucket, String after, int most) {
    return versions.keySet().stream()
        .filter(id -> Buckets.bucket(id) == bucket && id.compareTo(after) > 0)
        .limit(most)
        .toList();
  }

  /** All of them; the cursor is the last id told. */
  public Page keys(@Nullable Cursor from, int limit, Function<String, Document> thin) {
    String after = from == null ? "" : from.value();
    Stream<String> rest = versions.keySet().stream().filter(id -> id.compareTo(after) > 0);
    List<Document> keys = rest.limit(limit + 1L).map(thin).toList();
    boolean more = keys.size() > limit;
    List<Document> page = more ? keys.subList(0, limit) : keys;
    return new Page(page, new Cursor(page.isEmpty() ? after : page.getLast().id()), more);
  }
}
