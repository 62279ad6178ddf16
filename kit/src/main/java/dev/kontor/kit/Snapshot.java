package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private static final String ROLL = "ids";

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
    return tell(at(from), limit, thin, null);
  }

  /**
   * The same, and those that were told and are there no more. The cursor also holds the ids of all
   * that are there.
   *
   * @param gone makes the document of an id that vanished
   */
  public Page changes(
      @Nullable Cursor from,
      int limit,
      Function<String, Document> thin,
      Function<String, Document> gone) {
    JsonNode at = at(from);
    Function<String, Document> either =
        id -> versions.containsKey(id) ? thin.apply(id) : gone.apply(id);
    return tell(at, limit, either, Roll.of(at.path(ROLL).asString("")));
  }

  private static JsonNode at(@Nullable Cursor from) {
    return from == null ? ModelJson.mapper().createObjectNode() : ModelJson.parse(from.value());
  }

  private Page tell(
      JsonNode at, int limit, Function<String, Document> document, @Nullable Roll roll) {
    Buckets told = Buckets.of(at.path(TOLD));
    int bucket = at.path(BUCKET).asInt(-1);
    String after = at.path(AFTER).asString("");
    String digest = at.path(DIGEST).asString("");
    List<Document> documents = new ArrayList<>();
    while (documents.size() < limit) {
      if (bucket < 0) {
        bucket = now.firstDifference(told);
        if (bucket < 0) {
          return new Page(documents, cursor(told, -1, "", "", roll), false);
        }
        after = "";
        digest = now.digests().get(bucket);
      }
      List<String> some = ids(bucket, after, limit - documents.size(), roll);
      for (String id : some) {
        documents.add(document.apply(id));
        if (roll != null) {
          roll.told(id, versions.containsKey(id));
        }
      }
      if (documents.size() < limit) {
        told = told.with(bucket, digest);
        bucket = -1;
      } else {
        after = some.getLast();
      }
    }
    return new Page(documents, cursor(told, bucket, after, digest, roll), true);
  }

  /**
   * A bucket is told as it was when its first document was; what changes meanwhile differs again.
   */
  private static Cursor cursor(
      Buckets told, int bucket, String after, String digest, @Nullable Roll roll) {
    ObjectNode json = ModelJson.mapper().createObjectNode();
    json.set(TOLD, told.json());
    if (bucket >= 0) {
      json.put(BUCKET, bucket).put(AFTER, after).put(DIGEST, digest);
    }
    if (roll != null) {
      json.put(ROLL, roll.written());
    }
    return new Cursor(json.toString());
  }

  private List<String> ids(int bucket, String after, int most, @Nullable Roll roll) {
    Predicate<String> open = id -> Buckets.bucket(id) == bucket && id.compareTo(after) > 0;
    Stream<String> there = versions.keySet().stream().filter(open);
    Stream<String> told = roll == null ? Stream.of() : roll.ids().filter(open);
    return Stream.concat(there, told.filter(id -> !versions.containsKey(id)))
        .sorted()
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
