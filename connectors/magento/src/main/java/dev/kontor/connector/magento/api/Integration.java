package dev.kontor.connector.magento.api;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The four values of an activated integration; each call is signed with them: OAuth 1.0a (RFC 5849)
 * with HMAC-SHA256, which Magento adds to the RFC's methods (magento/contract.md §1).
 */
public record Integration(
    String consumerKey, String consumerSecret, String token, String tokenSecret)
    implements Credentials {

  private record Parameter(String name, String value) {}

  @Override
  public String authorization(String method, URI uri, Stamp stamp) {
    Map<String, String> protocol = protocol(stamp);
    protocol.put("oauth_signature", signature(method, uri, protocol));
    return protocol.entrySet().stream()
        .map(entry -> entry.getKey() + "=\"" + encode(entry.getValue()) + "\"")
        .collect(Collectors.joining(", ", "OAuth ", ""));
  }

  private Map<String, String> protocol(Stamp stamp) {
    Map<String, String> protocol = new TreeMap<>();
    protocol.put("oauth_consumer_key", consumerKey);
    protocol.put("oauth_nonce", stamp.nonce());
    protocol.put("oauth_signature_method", "HMAC-SHA256");
    protocol.put("oauth_timestamp", Long.toString(stamp.seconds()));
    protocol.put("oauth_token", token);
    protocol.put("oauth_version", "1.0");
    return protocol;
  }

  private String signature(String method, URI uri, Map<String, String> protocol) {
    String key = encode(consumerSecret) + "&" + encode(tokenSecret);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] signed = baseString(method, uri, protocol).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is signed (RFC 5849 §3.4.1); a JSON body is no part of it. */
  static String baseString(String method, URI uri, Map<String, String> protocol) {
    List<Parameter> parameters = query(uri);
    protocol.forEach((name, value) -> parameters.add(new Parameter(encode(name), encode(value))));
    String normalised =
        parameters.stream()
            .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return method.toUpperCase(Locale.ROOT) + "&" + encode(address(uri)) + "&" + encode(normalised);
  }

  private static List<Parameter> query(URI uri) {
    List<Parameter> parameters = new ArrayList<>();
    String raw = uri.getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : part.substring(equals + 1);
      parameters.add(new Parameter(encode(decode(name)), encode(decode(value))));
    }
    return parameters;
  }

  /** Scheme and host in lower case, without the scheme's own port (RFC 5849 §3.4.1.2). */
  private static String address(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** All but letters, digits and {@code -._~} (RFC 5849 §3.6). */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  @Override
  public String toString() {
    return "Integration";
  }
}
