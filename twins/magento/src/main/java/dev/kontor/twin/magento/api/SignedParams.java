package dev.kontor.twin.magento.api;

import dev.kontor.twin.kit.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters a signature covers, as Magento's Framework/Oauth/Helper/Request.php collects them:
 * those of the header, and of the query each that has exactly one equals sign. A bare {@code
 * ?searchCriteria} is therefore not signed.
 */
final class SignedParams {
  private static final String OAUTH = "oauth ";
  private static final Pattern PROTOCOL = Pattern.compile("oauth_[a-z_-]+");

  private SignedParams() {}

  /** Empty when the header is no OAuth header. */
  static Optional<Map<String, String>> of(Call call, String header) {
    int start = header.toLowerCase(Locale.ROOT).indexOf(OAUTH);
    if (start < 0) {
      return Optional.empty();
    }
    Map<String, String> params = new HashMap<>();
    for (String part : header.substring(start + OAUTH.length()).split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && PROTOCOL.matcher(pair[0]).find()) {
        params.put(raw(pair[0]), raw(unquoted(pair[1])));
      }
    }
    for (String part : call.rawQuery().split("&")) {
      String[] pair = part.split("=", -1);
      if (pair.length == 2 && !PROTOCOL.matcher(pair[0]).find()) {
        params.put(decoded(pair[0]), decoded(pair[1]));
      }
    }
    return Optional.of(params);
  }

  private static String unquoted(String text) {
    return text.replaceAll("^\"+|\"+$", "");
  }

  // In a header a plus sign is a plus sign.
  private static String raw(String text) {
    return decoded(text.replace("+", "%2B"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
