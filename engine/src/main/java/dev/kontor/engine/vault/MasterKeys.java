package dev.kontor.engine.vault;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The keys that wrap all other keys: the current one and older ones kept until rewrapping is done.
 *
 * <p>Losing them loses every payload for good; there is no other copy. They belong in the
 * operator's own safe, apart from the database's backup.
 */
public final class MasterKeys {
  /** Base64 keys of 32 bytes, current first, parted by commas. */
  public static final String VARIABLE = "KONTOR_MASTER_KEY";

  private final Map<String, byte[]> keys;
  private final String current;
  private final Supplier<MasterKeys> origin;

  private MasterKeys(List<byte[]> keys, Supplier<MasterKeys> origin) {
    this.keys = new LinkedHashMap<>();
    keys.forEach(key -> this.keys.putIfAbsent(id(key), key));
    this.current = this.keys.keySet().iterator().next();
    this.origin = origin;
  }

  /**
   * From the environment if set there, else from the file, which is created with mode 0600 on first
   * start.
   *
   * @throws VaultException if a key is not 32 bytes in Base64, or the file cannot be used
   */
  public static MasterKeys load(Map<String, String> environment, Path file) {
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isBlank()) {
      List<byte[]> named = parse(variable, VARIABLE);
      return new MasterKeys(named, () -> load(environment, file));
    }
    try {
      if (!Files.exists(file)) {
        PrivateFiles.writeOnce(file, encode(List.of(Aes.randomKey())));
      }
      return read(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static MasterKeys read(Path file) {
    try {
      return new MasterKeys(
          parse(Files.readString(file), "Master key file " + file), () -> read(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static VaultException unreadable(Path file, IOException cause) {
    return new VaultException(
        "Master key file " + file + " cannot be read; restore it from your safe", cause);
  }

  /** Whether the environment names them, so that the file does not count. */
  public static boolean isIn(Map<String, String> environment) {
    return !environment.getOrDefault(VARIABLE, "").isBlank();
  }

  /**
   * Puts a fresh key in front of the file's keys, unless there are several already: then an earlier
   * rotation did not come to its end.
   */
  public static MasterKeys rotate(Path file) {
    MasterKeys old = load(Map.of(), file);
    if (old.keys.size() > 1) {
      return old;
    }
    write(file, Stream.concat(Stream.of(Aes.randomKey()), old.keys.values().stream()).toList());
    return load(Map.of(), file);
  }

  /** Drops all but the current key from the file, once everything is rewrapped. */
  public static void forgetOld(Path file) {
    MasterKeys all = load(Map.of(), file);
    write(file, List.of(all.key(all.current)));
  }

  private static void write(Path file, List<byte[]> keys) {
    try {
      PrivateFiles.replace(file, encode(keys));
    } catch (IOException e) {
      throw new VaultException("Master key file " + file + " cannot be written", e);
    }
  }

  /** What the file says by now; the environment's stay as they are. */
  MasterKeys again() {
    return origin.get();
  }

  /** Whether there are others behind the current one. */
  public boolean hasOlder() {
    return keys.size() > 1;
  }

  /** Names the current one without telling it. */
  public String current() {
    return current;
  }

  byte[] key(String id) {
    byte[] key = keys.get(id);
    if (key == null) {
      throw new MasterMissing(id);
    }
    return key;
  }

  private static List<byte[]> parse(String text, String where) {
    List<byte[]> keys =
        Stream.of(text.split("[,\\s]+")).filter(s -> !s.isEmpty()).map(s -> key(s, where)).toList();
    if (keys.isEmpty()) {
      throw new VaultException(where + " is empty; restore it from your safe");
    }
    return keys;
  }

  private static byte[] key(String text, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == Aes.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new VaultException(where + " is not Base64; it must be 32 bytes in Base64");
    }
    throw new VaultException(where + " has the wrong length; it must be 32 bytes in Base64");
  }

  private static String id(byte[] key) {
    byte[] hash = Aes.hmac(key, "kontor master key".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  private static byte[] encode(List<byte[]> keys) {
    return String.join("\n", keys.stream().map(Base64.getEncoder()::encodeToString).toList())
        .concat("\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "MasterKeys[current=" + current + "]";
  }
}
