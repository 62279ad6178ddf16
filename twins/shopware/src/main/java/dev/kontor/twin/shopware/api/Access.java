package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Checks a client's privileges (auth/403 fixture). */
final class Access {
  private Access() {}

  /** Throws ApiError 403 that lists the missing ones. */
  static void require(Client client, List<String> privileges) {
    List<String> missing = new ArrayList<>(privileges);
    missing.removeIf(client::may);
    if (!missing.isEmpty()) {
      ObjectNode detail = Json.object().put("message", "Missing privilege");
      missing.forEach(detail.putArray("missingPrivileges")::add);
      throw ApiError.of(
          403, "FRAMEWORK__MISSING_PRIVILEGE_ERROR", detail.toString(), Json.object());
    }
  }
}
