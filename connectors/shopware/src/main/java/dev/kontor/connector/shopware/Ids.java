package dev.kontor.connector.shopware;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The shop's ids: 32 lower-case hex digits, which a client may choose (shopware/contract.md §1).
 */
public final class Ids {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /** The version every order has besides drafts (shopware/contract.md §1). */
  public static final String LIVE_VERSION = "0fa91ce3e96a4bc2be4bd9ce752c3425";

  /** Every shop's system language and default currency (shopware/shopware Defaults.php). */
  public static final String SYSTEM_LANGUAGE = "2fbb5fe2e29a4d70aa5854ce7ce3e20b";

  public static final String DEFAULT_CURRENCY = "b7d2554b0ce847cd82f3ac9bd1c0dfca";

  private Ids() {}

  /** Asking the shop for anything else is an error, not an empty answer. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The same id for the same key, so that creating twice changes nothing. */
  public static String of(String key) {
    return sha256(key).substring(0, 32);
  }

  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
