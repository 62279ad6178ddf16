package dev.kontor.engine.alert.way;

import java.util.Map;

/**
 * What is posted.
 *
 * @param headers beside {@code Content-Type}
 * @param body JSON
 */
record Posted(Map<String, String> headers, byte[] body) {

  Posted {
    headers = Map.copyOf(headers);
  }

  static Posted of(byte[] body) {
    return new Posted(Map.of(), body);
  }
}
