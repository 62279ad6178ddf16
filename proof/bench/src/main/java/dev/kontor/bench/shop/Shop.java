package dev.kontor.bench.shop;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The shop's own API: full orders by id. */
public final class Shop {

  private Shop() {}

  /**
   * @param ids one a line
   * @return a JSON array
   */
  public static byte[] orders(String ids) {
    return ids.lines()
        .map(id -> BenchOrder.text(BenchOrder.number(id)))
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
