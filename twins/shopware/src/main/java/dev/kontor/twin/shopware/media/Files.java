package dev.kontor.twin.shopware.media;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of media entities (Shopware's FileSaver): a name is given once per extension among
 * public and among private files, and a second upload to one entity replaces its file.
 */
public final class Files {
  private static final String HASH = "contentHash";

  private final Tables tables;
  private final Keys keys;
  private final InstantSource clock;
  // By hash, so that a row that is rolled back simply names the older content again.
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  public Files(Tables tables, Keys keys, InstantSource clock) {
    this.tables = tables;
    this.keys = keys;
    this.clock = clock;
  }

  /** Stores a file in a media entity; throws ApiError 404 or 400. */
  public void store(String mediaId, Upload upload, String base) {
    ObjectNode media = tables.find("media", mediaId).orElseThrow(() -> notFound(mediaId));
    String name = upload.name().stripTrailing();
    String extension = upload.extension().toLowerCase(Locale.ROOT);
    check(media, name, extension);
    String hash = digest("SHA-256", upload.content());
    contents.put(hash, upload.content());
    String path = "media/" + hash.substring(0, 2) + "/" + mediaId + "/" + name + "." + extension;
    ObjectNode fields =
        Json.object()
            .put("mimeType", upload.type())
            .put("fileExtension", extension)
            .put("fileSize", upload.content().length)
            .put("fileName", name)
            .put("hasFile", true)
            .put("path", path)
            .put("url", base + "/" + path)
            .put(HASH, hash);
    if (!media.hasNonNull("uploadedAt")) {
      fields.put("uploadedAt", Values.time(clock.instant()));
    }
    if (upload.type().startsWith("image/")) {
      fields.putObject("metaData").put("hash", digest("MD5", upload.content()));
    } else {
      fields.putNull("metaData");
    }
    tables.update("media", mediaId, fields);
  }

  /** A new private media entity with this file; returns its id. */
  public String add(Upload upload, String base) {
    String id = keys.id();
    tables.insert("media", Json.object().put("id", id).put("private", true).put("hasFile", false));
    store(id, upload, base);
    return id;
  }

  private void check(ObjectNode media, String name, String extension) {
    FileNames.check(name);
    if (taken(media, name, extension)) {
      throw FileNames.refused(
          "DUPLICATED_FILE_NAME",
          "A file with the name \"" + name + "." + extension + "\" already exists.",
          Json.object().put("fileName", name).put("fileExtension", extension));
    }
    FileTypes.check(extension, Values.required(media, "id"));
  }

  private boolean taken(ObjectNode media, String name, String extension) {
    boolean hidden = media.path("private").asBoolean(false);
    return tables.where("media", "fileName", name).stream()
        .filter(m -> !m.path("id").equals(media.path("id")))
        .filter(m -> extension.equals(Values.text(m, "fileExtension")))
        .anyMatch(m -> m.path("private").asBoolean(false) == hidden);
  }

  /** The file of a media entity; empty when it has none. */
  public Optional<Upload> read(String mediaId) {
    return tables.find("media", mediaId).flatMap(this::read);
  }

  /** The public file at a path of the shop, such as media/ab/…/x.png. */
  public Optional<Upload> at(String path) {
    return tables.where("media", "path", path).stream()
        .filter(m -> !m.path("private").asBoolean(false))
        .findFirst()
        .flatMap(this::read);
  }

  private Optional<Upload> read(ObjectNode media) {
    return hash(media)
        .flatMap(h -> Optional.ofNullable(contents.get(h)))
        .map(
            content ->
                new Upload(
                    Values.required(media, "fileName"),
                    Values.required(media, "fileExtension"),
                    Values.required(media, "mimeType"),
                    content));
  }

  /** SHA-256 of a media entity's file in hex; empty when it has none. */
  public static Optional<String> hash(ObjectNode media) {
    return Optional.ofNullable(Values.text(media, HASH));
  }

  private static String digest(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ApiError notFound(String mediaId) {
    return ApiError.of(
        404,
        "CONTENT__MEDIA_NOT_FOUND",
        "Could not find media with id \"" + mediaId + "\"",
        Json.object().put("entity", "media").put("field", "id").put("value", mediaId));
  }
}
