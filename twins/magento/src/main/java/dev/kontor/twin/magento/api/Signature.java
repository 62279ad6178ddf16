package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of one request (RFC 5849 §3.4), its parameters in the natural order PHP has. */
record Signature(Call call, Map<String, String> params) {
  private static final String ALGORITHM = "HmacSHA256";

  String with(Integration integration) {
    String key = encoded(integration.consumerSecret()) + "&" + encoded(integration.tokenSecret());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(baseString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String baseString() {
    Map<String, String> sorted = new TreeMap<>(NaturalOrder.INSTANCE);
    params.forEach(
        (name, value) -> {
          if (!name.equals("oauth_signature")) {
            sorted.put(encoded(name), encoded(value));
          }
        });
    String joined =
        sorted.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    return call.method() + "&" + encoded(address()) + "&" + encoded(joined);
  }

  private String address() {
    String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT).replaceAll(":80$", "");
    return "http://" + host + call.rawPath();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
