package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.api.ApiErrors.ApiError;
import dev.kontor.kit.JsonHttp.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rows of a refused sync the shop blames, by {@code /<key>/<index>/<field>}. */
final class SyncBlame {

  private SyncBlame() {}

  /** By position; a lacking obligatory field says more than the value: the row is gone. */
  static Map<Integer, ApiError> of(Reply reply, String key, String field) {
    Pattern pointer = Pattern.compile("/" + key + "/(\\d{1,6})/.+");
    Map<Integer, ApiError> blamed = new LinkedHashMap<>();
    for (ApiError error : ApiErrors.of(reply.body()).all()) {
      Matcher place = pointer.matcher(error.pointer());
      if (place.matches()) {
        blamed.merge(Integer.valueOf(place.group(1)), error, (a, b) -> isField(a, field) ? b : a);
      }
    }
    return blamed;
  }

  static boolean isField(ApiError error, String field) {
    return error.pointer().matches("/[^/]+/\\d+/" + field + "(/.*)?");
  }
}
