package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Remembered;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Picture files in the shop. Their ids and names come from the digest of their bytes, so the same
 * picture is uploaded once, whoever uses it.
 */
final class Pictures {

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/webp", "webp",
          "image/gif", "gif",
          "image/svg+xml", "svg",
          "image/avif", "avif");

  private final ShopwareApi api;
  private final Remembered<String> folder;

  Pictures(ShopwareApi api, Toolbox toolbox) {
    this.api = api;
    this.folder = new Remembered<>(toolbox.clock(), this::folders);
  }

  static String mediaId(Image picture) {
    return Ids.of("media|" + picture.sha256());
  }

  /** What the shop cannot take, null if nothing. */
  static @Nullable Fault fault(Article article) {
    for (Image picture : article.allPictures()) {
      if (!EXTENSIONS.containsKey(picture.contentType())) {
        return new Fault.Invalid(
            "media",
            "has a picture of type "
                + picture.contentType()
                + "; the shop takes "
                + String.join(", ", new TreeSet<>(EXTENSIONS.keySet())),
            null);
      }
    }
    return null;
  }

  /** Those whose file the shop lacks, one search for 500. */
  Set<Image> missing(Collection<Image> pictures) {
    Map<String, Image> missing = new LinkedHashMap<>();
    pictures.forEach(picture -> missing.putIfAbsent(mediaId(picture), picture));
    rows(missing.keySet())
        .forEach(
            (id, row) -> {
              if (!ShopRow.text(row, "fileName").isEmpty()) {
                missing.remove(id);
              }
            });
    return Set.copyOf(missing.values());
  }

  /**
   * Uploads what the shop lacks, before any product refers to it.
   *
   * @param wanted by the place of the document in the batch
   * @param files by reference
   * @return the documents whose pictures could not be uploaded
   * @throws FaultException if the shop cannot take any now
   */
  Map<Integer, Fault> upload(
      Map<Integer, List<Image>> wanted, Map<Integer, Map<String, Attachment>> files) {
    Map<Integer, Fault> refused = new TreeMap<>();
    Set<Image> missing =
        new HashSet<>(missing(wanted.values().stream().flatMap(List::stream).toList()));
    if (!missing.isEmpty()) {
      rows(wanted, missing);
    }
    wanted.forEach(
        (document, pictures) ->
            pictures.stream()
                .filter(missing::contains)
                .forEach(
                    picture -> {
                      Attachment file = file(picture, document, files);
                      Fault fault = file == null ? lacking() : sent(picture, file);
                      if (fault == null) {
                        missing.remove(picture);
                      } else {
                        refused.putIfAbsent(document, fault);
                      }
                    }));
    return refused;
  }

  private static Fault lacking() {
    return new Fault.Conflict("a picture of it was deleted in the shop since it was looked for");
  }

  private static @Nullable Attachment file(
      Image picture, int document, Map<Integer, Map<String, Attachment>> files) {
    Attachment own = files.getOrDefault(document, Map.of()).get(picture.reference());
    return own != null
        ? own
        : files.values().stream()
            .filter(map -> map.containsKey(picture.reference()))
            .map(map -> map.get(picture.reference()))
            .findFirst()
            .orElse(null);
  }

  private void rows(Map<Integer, List<Image>> wanted, Set<Image> missing) {
    SyncBatch sync = new SyncBatch();
    List<String> folders = folder.all();
    wanted.forEach(
        (document, pictures) ->
            pictures.stream()
                .filter(missing::contains)
                .forEach(
                    picture -> {
                      ObjectNode row = ShopRow.of(mediaId(picture));
                      folders.forEach(id -> row.put("mediaFolderId", id));
                      sync.upsert(document, "media", row);
                    }));
    sync.sendAll(api);
  }

  private @Nullable Fault sent(Image picture, Attachment file) {
    if (!Ids.sha256(file.bytes()).equals(picture.sha256())) {
      return new Fault.Conflict("a picture was changed at its source since the article was read");
    }
    String path =
        "/api/_action/media/"
            + mediaId(picture)
            + "/upload?extension="
            + EXTENSIONS.get(picture.contentType())
            + "&fileName="
            + picture.sha256();
    Reply reply = api.upload(path, new Attachment(picture.contentType(), file.bytes()));
    if (reply.ok()) {
      return null;
    }
    Fault fault = api.fault(true, path, reply);
    if (fault instanceof Fault.Invalid invalid) {
      return new Fault.Invalid("media", invalid.problem(), invalid.remoteCode());
    }
    throw new FaultException(fault);
  }

  private Map<String, JsonNode> rows(Collection<String> ids) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (List<String> some : Criteria.pages(ids)) {
      Criteria criteria =
          new Criteria(Criteria.MAX_LIMIT).ids(some).include("media", List.of("id", "fileName"));
      api.stated("media", criteria).forEach(row -> rows.put(ShopRow.id(row), row));
    }
    return rows;
  }

  /** The administration's folder of product pictures, which also decides their thumbnails. */
  private List<String> folders() {
    Criteria criteria = new Criteria(1).equalTo("entity", "product").with("folder");
    return api.stated("media-default-folder", criteria)
        .valueStream()
        .map(row -> row.path("folder").path("id").asString(""))
        .filter(Ids::isId)
        .toList();
  }
}
