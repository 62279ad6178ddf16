package dev.kontor.bench.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The order of a number, always the same: about three kilobytes, three lines, two tax rates. */
public final class BenchOrder {

  private static final String TEMPLATE = template();

  private BenchOrder() {}

  public static byte[] of(int number) {
    return text(number).getBytes(StandardCharsets.UTF_8);
  }

  /** Its native id. */
  public static String id(int number) {
    return "o-" + number;
  }

  /** The number that {@link #id} was made of. */
  static int number(String id) {
    return Integer.parseInt(id.substring(2));
  }

  static String text(int number) {
    return TEMPLATE.replace("{n}", Integer.toString(number));
  }

  private static String template() {
    try (InputStream in = BenchOrder.class.getResourceAsStream("/bench/order.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
