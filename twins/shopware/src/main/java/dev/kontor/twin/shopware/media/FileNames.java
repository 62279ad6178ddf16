package dev.kontor.twin.shopware.media;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Names that files may have (Shopware's FileNameValidator and its list of extensions). */
final class FileNames {
  private static final Set<String> EXTENSIONS =
      Set.of(
          ("jpg jpeg png webp avif gif svg bmp tiff tif eps webm mkv flv ogv ogg mov mp4 avi wmv pdf"
                  + " aac mp3 wav flac oga wma txt doc ico glb csv xls xlsx")
              .split(" "));
  private static final List<String> FORBIDDEN =
      List.of("\\", "/", "?", "*", "%", "&", ":", "|", "\"", "'", "<", ">", "$", "#", "{", "}");

  private FileNames() {}

  /** Throws ApiError 400 that says what is wrong with the name. */
  static void check(String name) {
    if (name.isEmpty()) {
      throw refused("EMPTY_FILE_NAME", "A valid filename must be provided.", Json.object());
    }
    if (name.startsWith(".") || name.endsWith(".")) {
      String side = name.startsWith(".") ? "start" : "end";
      throw illegal(name, "Filename must not " + side + " with a \".\" (dot).");
    }
    for (String character : FORBIDDEN) {
      if (name.contains(character)) {
        throw illegal(name, "Filename must not contain \"" + character + "\"");
      }
    }
  }

  private static ApiError illegal(String name, String cause) {
    return refused(
        "ILLEGAL_FILE_NAME",
        "Provided filename \"" + name + "\" is not permitted: " + cause,
        Json.object().put("fileName", name).put("cause", cause));
  }

  /** Throws ApiError 400 when there is none or the shop takes no such files. */
  static void checkExtension(String extension, String mediaId) {
    if (extension.isEmpty()) {
      throw refused(
          "MISSING_FILE_EXTENSION",
          "No file extension provided. Please use the \"extension\" query parameter to specify the"
              + " extension of the uploaded file.",
          Json.object());
    }
    if (!EXTENSIONS.contains(extension)) {
      throw refused(
          "FILE_TYPE_NOT_SUPPORTED",
          "The file extension \""
              + extension
              + "\" for media object with id "
              + mediaId
              + " is not supported.",
          Json.object().put("mediaId", mediaId).put("extension", extension));
    }
  }

  static ApiError refused(String code, String detail, ObjectNode parameters) {
    return ApiError.of(400, "CONTENT__MEDIA_" + code, detail, parameters);
  }
}
