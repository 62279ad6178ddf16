package dev.kontor.twin.magento;

import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls the twin as an integration does, each request signed. */
final class SignedClient implements AutoCloseable {
  private static final AtomicLong NONCES = new AtomicLong();

  private final TwinClient http;
  private final URI base;
  private final Map<String, String> oauth = new HashMap<>();
  private String consumerSecret = Options.CONSUMER_SECRET;

  SignedClient(URI base) {
    this.base = base;
    this.http = new TwinClient(base);
    oauth.put("oauth_consumer_key", Options.CONSUMER_KEY);
    oauth.put("oauth_token", Options.TOKEN);
    oauth.put("oauth_signature_method", "HMAC-SHA256");
    oauth.put("oauth_version", "1.0");
    oauth.put("oauth_timestamp", "1795000000");
  }

  /** Replaces a part of the signature; null leaves it out. */
  SignedClient with(String name, @Nullable String value) {
    if (value == null) {
      oauth.remove(name);
    } else {
      oauth.put(name, value);
    }
    return this;
  }

  SignedClient secret(String other) {
    consumerSecret = other;
    return this;
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  Reply send(String method, String path, @Nullable String body) {
    String sent = path.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
    Map<String, String> headers = new HashMap<>(TwinClient.PLAIN);
    if (path.startsWith("/rest")) {
      headers.put("Authorization", signed(method, sent));
    }
    return http.send(method, sent, body, headers);
  }

  private String signed(String method, String path) {
    Map<String, String> params = new HashMap<>(oauth);
    params.putIfAbsent("oauth_nonce", "nonce" + NONCES.incrementAndGet());
    int mark = path.indexOf('?');
    Map<String, String> all = new HashMap<>(params);
    if (mark >= 0) {
      for (String pair : path.substring(mark + 1).split("&")) {
        String[] parts = pair.split("=", -1);
        if (parts.length == 2) {
          all.put(decoded(parts[0]), decoded(parts[1]));
        }
      }
    }
    params.put(
        "oauth_signature", signature(method, mark < 0 ? path : path.substring(0, mark), all));
    return "OAuth "
        + params.entrySet().stream()
            .map(p -> p.getKey() + "=\"" + encoded(p.getValue()) + "\"")
            .collect(Collectors.joining(", "));
  }

  private String signature(String method, String path, Map<String, String> params) {
    TreeMap<String, String> sorted = new TreeMap<>();
    params.forEach((k, v) -> sorted.put(encoded(k), encoded(v)));
    String joined =
        sorted.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    String text = method + "&" + encoded(base + path) + "&" + encoded(joined);
    String key = consumerSecret + "&" + Options.TOKEN_SECRET;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
