package dev.kontor.proof.story;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values that may be nowhere, in whatever spelling somebody might find them. */
final class Planted {

  /** Bytes as characters of the same value, so that any content can be searched as text. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final int BASE64_GROUP = 3;

  private final Map<String, Set<String>> exact = new LinkedHashMap<>();
  private final Map<String, Set<String>> anyCase = new LinkedHashMap<>();

  Planted(Collection<String> values) {
    values.forEach(
        value -> {
          exact.put(value, base64(value));
          anyCase.put(value, spellings(value));
        });
  }

  private static Set<String> spellings(String value) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String cased :
        List.of(value, value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))) {
      byte[] bytes = cased.getBytes(StandardCharsets.UTF_8);
      spellings.add(new String(bytes, BYTES).toLowerCase(Locale.ROOT));
      spellings.add(cased.toLowerCase(Locale.ROOT));
      spellings.add(escaped(cased).toLowerCase(Locale.ROOT));
      spellings.add(HexFormat.of().formatHex(bytes));
      String url = URLEncoder.encode(cased, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      spellings.add(url);
      spellings.add(url.replace("+", "%20"));
    }
    return spellings;
  }

  /** As JSON of ASCII only. */
  static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value
        .chars()
        .forEach(c -> text.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return text.toString();
  }

  /** What stays the same of it whatever is encoded before and behind it. */
  private static Set<String> base64(String value) {
    Set<String> spellings = new LinkedHashSet<>();
    for (int before = 0; before < BASE64_GROUP; before++) {
      String all =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(("x".repeat(before) + value).getBytes(StandardCharsets.UTF_8));
      String core = all.substring(before == 0 ? 0 : before + 1, all.length() - 1);
      spellings.add(core);
      spellings.add(core.replace('+', '-').replace('/', '_'));
    }
    return spellings;
  }

  /** The values that the content gives away. */
  List<String> in(String where, byte[] content) {
    String text = new String(content, BYTES);
    String lower = text.toLowerCase(Locale.ROOT);
    return exact.keySet().stream()
        .filter(
            value ->
                anyCase.getOrDefault(value, Set.of()).stream().anyMatch(lower::contains)
                    || exact.getOrDefault(value, Set.of()).stream().anyMatch(text::contains))
        .map(value -> value + " in " + where)
        .toList();
  }

  List<String> in(String where, String content) {
    return in(where, content.getBytes(StandardCharsets.UTF_8));
  }
}
