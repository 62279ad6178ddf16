package dev.kontor.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Ids of the documents that were told and are there, so that one that vanishes can be named. Ids
 * are many and alike, so they are written compressed.
 */
final class Roll {

  private static final String BETWEEN = "\n";

  private final SortedSet<String> ids;

  private Roll(SortedSet<String> ids) {
    this.ids = ids;
  }

  /**
   * @param written blank for nobody
   */
  static Roll of(String written) {
    SortedSet<String> ids = new TreeSet<>();
    if (!written.isEmpty()) {
      ids.addAll(Arrays.asList(inflated(written).split(BETWEEN)));
    }
    return new Roll(ids);
  }

  Stream<String> ids() {
    return ids.stream();
  }

  void told(String id, boolean there) {
    if (there) {
      ids.add(id);
    } else {
      ids.remove(id);
    }
  }

  String written() {
    return ids.isEmpty() ? "" : deflated(String.join(BETWEEN, ids));
  }

  private static String deflated(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String inflated(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
