package dev.kontor.app.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong with the standard's words only: no class name, path or trace. */
@Open
@Hidden
@RestController
class SilentErrors implements ErrorController {

  /** What of a request it is about. */
  private static final Map<HttpStatus, String> FIELDS =
      Map.of(
          HttpStatus.BAD_REQUEST, "request",
          HttpStatus.NOT_FOUND, "path",
          HttpStatus.METHOD_NOT_ALLOWED, "method",
          HttpStatus.NOT_ACCEPTABLE, "Accept",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type");

  @RequestMapping("/error")
  ResponseEntity<Map<String, String>> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    HttpStatus said = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    return ResponseEntity.status(said).contentType(MediaType.APPLICATION_JSON).body(body(said));
  }

  private static Map<String, String> body(HttpStatus status) {
    String field = FIELDS.get(status);
    return field == null
        ? Map.of("error", status.getReasonPhrase())
        : Map.of("error", status.getReasonPhrase(), "field", field);
  }
}
