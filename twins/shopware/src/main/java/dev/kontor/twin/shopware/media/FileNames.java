package dev.kontor.twin.shopware.media;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Names that files may have (Shopware's FileNameValidator). */
final class FileNames {
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

  static ApiError refused(String code, String detail, ObjectNode parameters) {
    return ApiError.of(400, "CONTENT__MEDIA_" + code, detail, parameters);
  }
}
