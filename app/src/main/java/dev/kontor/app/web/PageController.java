package dev.kontor.app.web;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The status page and the two files it needs. */
@RestController
class PageController {

  private static final Map<String, MediaType> FILES =
      Map.of(
          "status.css", MediaType.valueOf("text/css;charset=UTF-8"),
          "status.js", MediaType.valueOf("text/javascript;charset=UTF-8"));

  @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
  byte[] page() throws IOException {
    return read("status.html");
  }

  @GetMapping("/page/{name}")
  ResponseEntity<byte[]> file(@PathVariable String name) throws IOException {
    MediaType type = FILES.get(name);
    return type == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok().contentType(type).body(read(name));
  }

  private static byte[] read(String name) throws IOException {
    return new ClassPathResource("page/" + name).getContentAsByteArray();
  }
}
