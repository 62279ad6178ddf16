package dev.kontor.twin.shopware.media;

import dev.kontor.twin.kit.Json;
import java.util.Set;

/** Files the shop takes, by their extension. */
final class FileTypes {
  private static final Set<String> EXTENSIONS =
      Set.of(
          ("jpg jpeg png webp avif gif svg bmp tiff tif eps webm mkv flv ogv ogg mov mp4 avi wmv pdf"
                  + " aac mp3 wav flac oga wma txt doc ico glb csv xls xlsx")
              .split(" "));

  private FileTypes() {}

  /** Throws ApiError 400 when there is none or the shop takes no such files. */
  static void check(String extension, String mediaId) {
    if (extension.isEmpty()) {
      throw FileNames.refused(
          "MISSING_FILE_EXTENSION",
          "No file extension provided. Please use the \"extension\" query parameter to specify the"
              + " extension of the uploaded file.",
          Json.object());
    }
    if (!EXTENSIONS.contains(extension)) {
      throw FileNames.refused(
          "FILE_TYPE_NOT_SUPPORTED",
          "The file extension \""
              + extension
              + "\" for media object with id "
              + mediaId
              + " is not supported.",
          Json.object().put("mediaId", mediaId).put("extension", extension));
    }
  }
}
