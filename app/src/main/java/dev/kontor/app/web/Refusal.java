package dev.kontor.app.web;

import dev.kontor.model.ModelJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** Answers a request that does not get as far as a controller. */
final class Refusal {

  private Refusal() {}

  static void write(HttpServletResponse response, int status, String text) throws IOException {
    write(response, status, error(text));
  }

  /** Of one field of what was sent. */
  static void write(HttpServletResponse response, int status, String field, String text)
      throws IOException {
    write(response, status, error(text).put("field", field));
  }

  private static ObjectNode error(String text) {
    return ModelJson.mapper().createObjectNode().put("error", text);
  }

  private static void write(HttpServletResponse response, int status, ObjectNode body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
