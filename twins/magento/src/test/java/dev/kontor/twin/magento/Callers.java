package dev.kontor.twin.magento;

import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Callers who do not sign. */
final class Callers {
  private Callers() {}

  /** Without a header when the authorization is empty. */
  static Reply plain(
      URI base, String method, String path, @Nullable String body, String authorization) {
    Map<String, String> headers = new HashMap<>(TwinClient.PLAIN);
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    try (TwinClient client = new TwinClient(base)) {
      String sent = path.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
      return client.send(method, sent, body, headers);
    }
  }
}
