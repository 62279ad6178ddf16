package dev.kontor.twin.kit.odata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** One stored row: place in insertion order, version of its content, and the content itself. */
public record Row(long place, long version, ObjectNode data) {
  /** A weak tag that changes with each change of the content. */
  public String etag() {
    byte[] mark = ("19;" + version + ";1;00;").getBytes(StandardCharsets.UTF_8);
    return "W/\"" + Base64.getEncoder().encodeToString(mark) + "\"";
  }
}
